import type { Design } from '../../../../shared/model/design';
import { ancestorsOf } from '../../../../shared/model/hierarchy';
import { isInside, type Point, type Rect } from '../geometry/rect';
import { isContainerKind, layerOf } from '../projection/drawing-order';

/** Containers under a point of the canvas, innermost first; those in `except` and all inside them are looked through. */
export function containersAt(
  design: Pick<Design, 'elements'>,
  rects: ReadonlyMap<string, Rect>,
  point: Point,
  except: ReadonlySet<string> = new Set(),
): string[] {
  const found: { id: string; depth: number; layer: number }[] = [];
  for (const element of design.elements.values()) {
    if (!isContainerKind(element.kind)) continue;
    const rect = rects.get(element.id);
    if (!rect || !isInside(rect, point)) continue;
    const around = ancestorsOf(design, element);
    if (except.has(element.id) || around.some(({ id }) => except.has(id))) continue;
    found.push({ id: element.id, depth: around.length, layer: layerOf(element.kind) });
  }
  return found.sort((a, b) => b.depth - a.depth || b.layer - a.layer).map(({ id }) => id);
}

/** A container and those around it, innermost first: what lies under a pointer in its middle. */
export function containerChain(design: Pick<Design, 'elements'>, id: string): string[] {
  const element = design.elements.get(id);
  return element ? [id, ...ancestorsOf(design, element).map((container) => container.id)] : [];
}
