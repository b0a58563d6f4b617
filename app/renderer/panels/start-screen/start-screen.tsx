import { FilePlus2, FolderOpen, Network } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecentEntry } from '../../../../shared/ipc/documents';
import { runAction } from '../../actions/registry';
import { desktop } from '../../desktop';
import { shorten } from '../../format';
import { openRecent } from '../../session/open-document';
import { Button } from '../../ui/button';
import { ExamplesSection } from './examples-section';
import './start-screen.css';
import { TemplatesSection } from './templates-section';

const Recent = () => {
  const [entries, setEntries] = useState<readonly RecentEntry[]>([]);
  useEffect(() => {
    void desktop.invoke('recent.list', {}).then((answer) => answer.ok && setEntries(answer.value.entries));
  }, []);
  if (entries.length === 0) return null;
  return (
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
};

/** Where the app begins: a file, a template, an example, or an empty canvas. */
export const StartScreen = () => (
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
      <Recent />
      <TemplatesSection />
      <ExamplesSection />
    </div>
  </main>
);
