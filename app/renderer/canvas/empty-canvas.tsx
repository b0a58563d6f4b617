import { FolderOpen, LayoutTemplate, Network } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExampleEntry } from '../../../shared/ipc/documents';
import { runAction } from '../actions/registry';
import { desktop } from '../desktop';
import { openExample } from '../session/open-document';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { DropdownMenu } from '../ui/menu';

function useExamples(): readonly ExampleEntry[] {
  const [examples, setExamples] = useState<readonly ExampleEntry[]>([]);
  useEffect(() => {
    let isShown = true;
    void desktop.invoke('examples.list', {}).then((answer) => {
      if (isShown && answer.ok) setExamples(answer.value.entries);
    });
    return () => {
      isShown = false;
    };
  }, []);
  return examples;
}

/** What an empty drawing shows: one sentence and three ways to begin. */
export const EmptyCanvas = () => {
  const items = useExamples().map(({ name, title }) => ({ id: name, label: title, run: () => void openExample(name) }));
  return (
    <div className="canvas__empty">
      <EmptyState
        title="Drag a Region from the palette to begin drawing."
        actions={
          <>
            <DropdownMenu
              align="center"
              sections={[{ items }]}
              trigger={
                <Button icon={LayoutTemplate} disabled={items.length === 0}>
                  Start from an example
                </Button>
              }
            />
            <Button icon={FolderOpen} onClick={() => runAction('file.open')}>
              Open…
            </Button>
            <Button icon={Network} onClick={() => runAction('design.drawVpc')}>
              Draw a VPC
            </Button>
          </>
        }
      />
    </div>
  );
};
