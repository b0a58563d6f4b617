import { type Picture, type PictureOptions, writePicture } from '../../../exporters/picture/picture';
import { definitionOf } from '../../../shared/catalog/catalog';
import { type Design, makeConnection } from '../../../shared/model/design';
import { subtreeOf } from '../../../shared/model/hierarchy';
import { arrowHead, pathThrough } from '../canvas/geometry/path';
import { isContainerKind } from '../canvas/projection/drawing-order';
import { createProjector } from '../canvas/projection/project';
import { emptySelection } from '../store/selection';
import { loadIconData } from './icon-data';

const ARROW = 7;

/** The design and its lines as the canvas draws them: collapsed containers as one box, what they hold left out. */
function drawAsCanvas(design: Design) {
  const { edges, drawn } = createProjector()({
    design,
    preview: null,
    selection: emptySelection,
    findingsOf: new Map(),
  });
  const connections = edges.map(({ id, source, target, data }) =>
    makeConnection({ id, kind: data?.kind ?? '', from: source, to: target }),
  );
  const lines = new Map(
    edges.map(({ id, data }) => {
      const points = data?.points ?? [];
      return [id, { line: pathThrough(points, ARROW), head: arrowHead(points, ARROW + 1) }];
    }),
  );
  const shown: Design = {
    header: design.header,
    elements: drawn.elements,
    connections: new Map(connections.map((connection) => [connection.id, connection])),
  };
  return { shown, lines };
}

const iconsOf = (design: Design): string[] => [
  'architecture-group/Publicsubnet',
  ...[...design.elements.values()].flatMap(({ kind }) => definitionOf(kind)?.icon ?? []),
];

/** How many services, actors and notes a collapsed container stands for. */
const partsOf = (design: Design, id: string): number =>
  subtreeOf(design, id).filter(({ kind }) => !isContainerKind(kind)).length;

/** The design as a picture that stands alone; null where nothing is drawn. */
export async function drawDesign(
  design: Design,
  options: Pick<PictureOptions, 'theme' | 'detail' | 'costOf'>,
): Promise<Picture | null> {
  const icons = await loadIconData(iconsOf(design));
  const { shown, lines } = drawAsCanvas(design);
  return writePicture(shown, {
    ...options,
    iconFor: (name) => icons.get(name),
    lineOf: (id) => lines.get(id),
    partsOf: (id) => partsOf(design, id),
  });
}
