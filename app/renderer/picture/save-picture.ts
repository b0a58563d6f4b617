import { desktop } from '../desktop';
import { shorten } from '../format';
import { app } from '../store/app';

export type PictureFormat = 'png' | 'svg';

/** Asks for a place and writes the drawing there as a picture. */
export async function savePicture(format: PictureFormat): Promise<void> {
  const title = 'The picture was not saved';
  // The scripts that draw are read when they are needed.
  const made = import('./make-picture').then(({ makePicture }) => makePicture(format));
  const bytes = await made.catch((error: unknown) => {
    app.openDialog({ kind: 'fault', title, message: String(error), details: ['Try SVG, which has no largest size.'] });
    return null;
  });
  if (!bytes) return;
  const suggestedName = `${shorten(app.getState().design.header.name, 100)}.${format}`;
  const answer = await desktop.invoke('picture.save', { bytes, suggestedName });
  if (answer.ok) app.notify({ tone: 'ok', text: `“${answer.value.name}” was saved in ${answer.value.folder}.` });
  else if (answer.code !== 'cancelled') app.openDialog({ kind: 'fault', title, message: answer.message, details: [] });
}
