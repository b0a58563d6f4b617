import { definitionOf, isServiceKind } from '../../../../shared/catalog/catalog';
import type { Category } from '../../../../shared/catalog/kind';
import type { Design, Element } from '../../../../shared/model/design';
import { ancestorsOf } from '../../../../shared/model/hierarchy';
import { subnetTone } from './subnet-tone';

interface Box {
  readonly element: Element;
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

const placeBoxes = (design: Design): Box[] =>
  [...design.elements.values()]
    .map((element) => {
      const ancestors = ancestorsOf(design, element);
      const offset = ancestors.reduce(({ x, y }, { frame }) => ({ x: x + frame.x, y: y + frame.y }), { x: 0, y: 0 });
      return { element, x: offset.x + element.frame.x, y: offset.y + element.frame.y, depth: ancestors.length };
    })
    .sort((a, b) => a.depth - b.depth);

/** AWS's own colour families; what is missing stays grey. */
const HUES: Readonly<Partial<Record<Category, string>>> = {
  Compute: 'compute',
  Database: 'database',
  Cache: 'database',
  Storage: 'storage',
  Edge: 'network',
  Network: 'network',
  'Load balancing': 'network',
  Messaging: 'integration',
  Operations: 'integration',
  Security: 'protection',
};

const classFor = ({ kind, settings }: Element): string => {
  if (kind === 'subnet') return `picture__subnet picture__subnet--${subnetTone(settings)}`;
  const category = definitionOf(kind)?.category;
  const hue = category === undefined ? undefined : HUES[category];
  if (isServiceKind(kind)) return `picture__service picture__service--${hue ?? 'plain'}`;
  return `picture__${kind}`;
};

const MARGIN = 8;

/** A design in small: its containers and services as boxes in their colours, its connections as lines. */
export const Picture = ({ design }: { design: Design }) => {
  const boxes = placeBoxes(design).filter(({ element }) => element.kind !== 'tier' && element.kind !== 'note');
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...boxes.map(({ x, element }) => x + element.frame.width)) + MARGIN;
  const bottom = Math.max(...boxes.map(({ y, element }) => y + element.frame.height)) + MARGIN;
  const centre = new Map(
    boxes.map(({ x, y, element: { id, frame } }) => [id, { x: x + frame.width / 2, y: y + frame.height / 2 }]),
  );
  return (
    <svg
      className="picture"
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      {boxes
        .filter(({ element }) => !isServiceKind(element.kind))
        .map(({ element, x, y }) => (
          <rect key={element.id} className={classFor(element)} x={x} y={y} {...sizeOf(element)} rx={8} />
        ))}
      {[...design.connections.values()].map(({ id, from, to }) => {
        const [start, end] = [centre.get(from), centre.get(to)];
        return start && end ? (
          <line key={id} className="picture__line" x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
        ) : null;
      })}
      {boxes
        .filter(({ element }) => isServiceKind(element.kind))
        .map(({ element, x, y }) => (
          <rect key={element.id} className={classFor(element)} x={x} y={y} {...sizeOf(element)} rx={12} />
        ))}
    </svg>
  );
};

const sizeOf = ({ frame }: Element) => ({ width: frame.width, height: frame.height });
