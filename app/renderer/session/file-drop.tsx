import { type DragEvent, type ReactNode, useState } from 'react';
import { pasteFrom } from '../actions/clipboard';
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

const NO_USE =
  'Only design files and copied elements can be dropped here, no text, links or pictures. For words on the drawing press N and click.';

/** Text fields take dropped text themselves. */
const belongsToField = ({ target }: DragEvent): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;

/** Takes what is no file: elements as text are pasted, for all else the reason is said. */
function takeText(data: DataTransfer): void {
  if (app.getState().document) pasteFrom(data, NO_USE);
  else app.notify({ tone: 'info', text: 'Only design files can be dropped here. Open or begin a design first.' });
}

/** Opens a design file that is dropped anywhere on the window; says what else can and cannot be dropped. */
export const FileDrop = ({ children }: { children: ReactNode }) => {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file has its keyboard way in File, Open
    <div
      className="file-drop"
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        if (!hasFiles(event) && belongsToField(event)) return;
        event.preventDefault();
        // With 'move' Chromium never fires the drop of a file.
        event.dataTransfer.dropEffect = 'copy';
        setOver(hasFiles(event));
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event) && belongsToField(event)) return;
        event.preventDefault();
        if (hasFiles(event)) void openFirst(event.dataTransfer.files);
        else takeText(event.dataTransfer);
      }}
    >
      {children}
    </div>
  );
};
