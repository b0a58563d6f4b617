import { useEffect, useMemo, useState } from 'react';
import type { ExampleEntry } from '../../../../shared/ipc/documents';
import { desktop } from '../../desktop';
import { openExample } from '../../session/open-document';
import { DesignCard } from './design-card';

const files = import.meta.glob<string>('../../../../examples/*.stratiform', { query: '?raw', import: 'default' });

const readExample = async (name: string): Promise<string | null> => {
  const load = Object.entries(files).find(([path]) => path.endsWith(`/${name}.stratiform`))?.[1];
  return load ? load() : null;
};

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
      <h2 className="start__heading">Start from an example</h2>
      <ul className="start__cards">
        {examples.map((example) => (
          <ExampleCard key={example.name} example={example} />
        ))}
      </ul>
    </section>
  );
};
