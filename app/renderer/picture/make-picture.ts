import { insideCost } from '../canvas/nodes/inside';
import { formatFigure } from '../format';
import { app } from '../store/app';
import { drawDesign } from './draw-design';
import type { PictureFormat } from './save-picture';
import { toPng } from './to-png';

/** What an element costs; a collapsed container what all in it costs. What is free by definition says nothing. */
function costInWords(id: string): string | undefined {
  const state = app.getState();
  if (!state.view.layers.cost) return undefined;
  const isCollapsed = state.design.elements.get(id)?.collapsed === true;
  const cost = isCollapsed ? insideCost(id).derive(state) : state.costOf.get(id);
  const isFree = cost?.micros === 0 && !cost.isLowerBound && !cost.isUnpriced;
  return cost && !isFree ? formatFigure(cost) : undefined;
}

/** The whole design on white, for paper and slides, whatever the theme. */
export async function makePicture(format: PictureFormat): Promise<Uint8Array<ArrayBuffer> | null> {
  const { design } = app.getState();
  const picture = await drawDesign(design, { theme: 'light', detail: 'full', costOf: costInWords });
  if (!picture) return null;
  return format === 'svg' ? new TextEncoder().encode(picture.svg) : toPng(picture);
}
