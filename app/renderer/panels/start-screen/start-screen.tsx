import { FilePlus2, FolderOpen, Network } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExampleEntry, RecentEntry } from '../../../../shared/ipc/documents';
import { runAction } from '../../actions/registry';
import { desktop } from '../../desktop';
import { formatFigure, shorten } from '../../format';
import { openExample, openRecent } from '../../session/open-document';
import { Badge, SeverityIcon } from '../../ui/badge';
import { Button } from '../../ui/button';
import { useExamplePreview } from './example-previews';
import { Picture } from './picture';
import './start-screen.css';

const Standing = ({ name }: { name: string }) => {
  const preview = useExamplePreview(name);
  if (!preview) return <span className="start__standing" />;
  const { error, warning } = preview.counts;
  return (
    <span className="start__standing ui-numeric">
      {error > 0 ? (
        <span>
          <SeverityIcon tone="error" /> {error} <span className="ui-hidden">{error === 1 ? 'error' : 'errors'}</span>
        </span>
      ) : null}
      {warning > 0 ? (
        <span>
          <SeverityIcon tone="warning" /> {warning}{' '}
          <span className="ui-hidden">{warning === 1 ? 'warning' : 'warnings'}</span>
        </span>
      ) : null}
      {error + warning === 0 ? <Badge tone="ok">no faults</Badge> : null}
      <span className="start__price">{preview.total ? formatFigure(preview.total) : ''}</span>
    </span>
  );
};

const ExamplePicture = ({ name }: { name: string }) => {
  const preview = useExamplePreview(name);
  return <span className="start__picture">{preview ? <Picture design={preview.design} /> : null}</span>;
};

const ExampleCard = ({ example }: { example: ExampleEntry }) => (
  <li>
    <button
      type="button"
      className="start__card"
      aria-label={example.title}
      aria-description={example.description}
      onClick={() => void openExample(example.name)}
    >
      <ExamplePicture name={example.name} />
      <span className="start__title">{example.title}</span>
      <span className="start__text">{example.description}</span>
      <Standing name={example.name} />
    </button>
  </li>
);

const Recent = ({ entries }: { entries: readonly RecentEntry[] }) => (
  <section aria-label="Recent files">
    <h2 className="start__heading">Recent</h2>
    <ul>
      {entries.slice(0, 8).map((entry) => (
        <li key={entry.ticket}>
          <button
            type="button"
            className="start__recent"
            disabled={entry.missing}
            onClick={() => void openRecent(entry.ticket)}
          >
            <span className="ui-truncate">{shorten(entry.name, 60)}</span>
            <span className="start__folder ui-truncate">
              {entry.missing ? 'The file is gone' : shorten(entry.folder, 80)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  </section>
);

/** Where the app begins: an example, a file, or an empty canvas. */
export const StartScreen = () => {
  const [examples, setExamples] = useState<readonly ExampleEntry[]>([]);
  const [recent, setRecent] = useState<readonly RecentEntry[]>([]);
  useEffect(() => {
    void desktop.invoke('examples.list', {}).then((answer) => answer.ok && setExamples(answer.value.entries));
    void desktop.invoke('recent.list', {}).then((answer) => answer.ok && setRecent(answer.value.entries));
  }, []);
  return (
    <main className="start ui-scroll">
      <div className="start__page">
        <header className="start__head">
          <h1>Stratiform</h1>
          <p>
            Draw an AWS architecture. See what will fail and what it costs while you draw, and export a template that
            deploys.
          </p>
          <div className="start__actions">
            <Button variant="primary" icon={FilePlus2} onClick={() => runAction('file.new')}>
              New design
            </Button>
            <Button icon={Network} onClick={() => runAction('design.drawVpc')}>
              Draw a VPC
            </Button>
            <Button icon={FolderOpen} onClick={() => runAction('file.open')}>
              Open…
            </Button>
          </div>
        </header>
        {recent.length > 0 ? <Recent entries={recent} /> : null}
        <section aria-label="Examples">
          <h2 className="start__heading">Start from an example</h2>
          <ul className="start__examples">
            {examples.map((example) => (
              <ExampleCard key={example.name} example={example} />
            ))}
          </ul>
        </section>
      </div>
    </main>
  );
};
