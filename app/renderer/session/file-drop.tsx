import { type DragEvent, type ReactNode, useState } from 'react';
import { app } from '../store/app';
import { openDropped } from './open-document';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

async function openFirst(files: FileList): Promise<void> {
  const [first, ...rest] = Array.from(files);
  if (!first) return;
  if (rest.length > 0)
    app.notify({ tone: 'info', text: `One design at a time: “${first.name}” is opened, ${rest.length} more are not.` });
  await openDropped(first);
}

/** Opens a design file that is dropped anywhere on the window. */
export const FileDrop = ({ children }: { children: ReactNode }) => {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file has its keyboard way in File, Open
    <div
      className="file-drop"
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        // With 'move' Chromium never fires the drop of a file.
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        void openFirst(event.dataTransfer.files);
      }}
    >
      {children}
    </div>
  );
};
