import { Scale } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { ExampleEntry } from '../../../../shared/ipc/documents';
import { desktop } from '../../desktop';
import { openExample } from '../../session/open-document';
import { readExample } from '../../session/read-example';
import { app } from '../../store/app';
import { Button } from '../../ui/button';
import { DesignCard } from './design-card';

const ExampleCard = ({ example: { name, title, description } }: { example: ExampleEntry }) => {
  const read = useMemo(() => () => readExample(name), [name]);
  return <DesignCard title={title} description={description} read={read} onOpen={() => void openExample(name)} />;
};

/** The designs that come with the program. */
export const ExamplesSection = () => {
  const [examples, setExamples] = useState<readonly ExampleEntry[]>([]);
  useEffect(() => {
    void desktop.invoke('examples.list', {}).then((answer) => answer.ok && setExamples(answer.value.entries));
  }, []);
  return (
    <section aria-label="Examples">
      <div className="start__heading start__heading--tools">
        <h2>Start from an example</h2>
        <Button
          size="small"
          variant="quiet"
          icon={Scale}
          onClick={() => app.openDialog({ kind: 'compare', with: 'wordpress' })}
        >
          Compare low-power and high-power WordPress
        </Button>
      </div>
      <ul className="start__cards">
        {examples.map((example) => (
          <ExampleCard key={example.name} example={example} />
        ))}
      </ul>
    </section>
  );
};
