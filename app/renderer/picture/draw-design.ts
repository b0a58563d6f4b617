import { type Picture, type PictureOptions, writePicture } from '../../../exporters/picture/picture';
import { definitionOf } from '../../../shared/catalog/catalog';
import type { Design } from '../../../shared/model/design';
import { arrowHead, pathThrough } from '../canvas/geometry/path';
import { collapsedView } from '../canvas/projection/collapsed-view';
import { createEdgeProjector } from '../canvas/projection/project-edges';
import { loadIconData } from './icon-data';

const ARROW = 7;
const NOTHING: ReadonlySet<string> = new Set();

/** Lines as the canvas draws them, by connection. */
function drawLines(design: Design) {
  const edges = createEdgeProjector()({
    // A picture shows what is in collapsed containers too.
    design: collapsedView(design, new Set(design.elements.keys())),
    connections: [...design.connections.values()].map((connection) => ({ connection, of: [connection] })),
    markOf: () => null,
    selected: NOTHING,
  });
  return new Map(
    edges.map(({ id, data }) => {
      const points = data?.points ?? [];
      return [id, { line: pathThrough(points, ARROW), head: arrowHead(points, ARROW + 1) }];
    }),
  );
}

const iconsOf = (design: Design): string[] => [
  'architecture-group/Publicsubnet',
  ...[...design.elements.values()].flatMap(({ kind }) => definitionOf(kind)?.icon ?? []),
];

/** The design as a picture that stands alone; null where nothing is drawn. */
export async function drawDesign(
  design: Design,
  options: Pick<PictureOptions, 'theme' | 'detail' | 'costOf'>,
): Promise<Picture | null> {
  const icons = await loadIconData(iconsOf(design));
  const lines = drawLines(design);
  return writePicture(design, { ...options, iconFor: (name) => icons.get(name), lineOf: (id) => lines.get(id) });
}
