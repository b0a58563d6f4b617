import { desktop } from '../desktop';
import { formatFigure, shorten } from '../format';
import { app } from '../store/app';

export type PictureFormat = 'png' | 'svg';

/** The whole design on white, for paper and slides, whatever the theme. */
async function makePicture(format: PictureFormat): Promise<Uint8Array<ArrayBuffer> | null> {
  const { design, costOf, view } = app.getState();
  const { drawDesign } = await import('./draw-design');
  const picture = await drawDesign(design, {
    theme: 'light',
    detail: 'full',
    costOf: (id) => {
      const cost = view.layers.cost ? costOf.get(id) : undefined;
      const isFree = cost?.micros === 0 && !cost.isLowerBound && !cost.isUnpriced;
      return cost && !isFree ? formatFigure(cost) : undefined;
    },
  });
  if (!picture) return null;
  return format === 'svg' ? new TextEncoder().encode(picture.svg) : (await import('./to-png')).toPng(picture);
}

/** Asks for a place and writes the drawing there as a picture. */
export async function savePicture(format: PictureFormat): Promise<void> {
  const title = 'The picture was not saved';
  const bytes = await makePicture(format).catch((error: unknown) => {
    app.openDialog({ kind: 'fault', title, message: String(error), details: ['Try SVG, which has no largest size.'] });
    return null;
  });
  if (!bytes) return;
  const suggestedName = `${shorten(app.getState().design.header.name, 100)}.${format}`;
  const answer = await desktop.invoke('picture.save', { bytes, suggestedName });
  if (answer.ok) app.notify({ tone: 'ok', text: `“${answer.value.name}” was saved in ${answer.value.folder}.` });
  else if (answer.code !== 'cancelled') app.openDialog({ kind: 'fault', title, message: answer.message, details: [] });
}
