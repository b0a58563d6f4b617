import type { Design, Element } from '../model/design';
import { definitionOf } from './catalog';

const title = (kind: string): string => definitionOf(kind)?.title ?? kind;

const PLACE_NAMES: Readonly<Record<string, string>> = {
  canvas: 'on the canvas, outside the Regions',
  region: 'in a Region',
  vpc: 'in a VPC',
  'availability-zone': 'in an Availability Zone',
  subnet: 'in a subnet',
};

const placeName = (kind: string): string => PLACE_NAMES[kind] ?? `in a ${kind}`;

/** The nearest container that is not a group; null is the canvas. */
export function realContainer(design: Pick<Design, 'elements'>, container: Element | null): Element | null {
  let current = container;
  const seen = new Set<string>();
  while (current?.kind === 'group' && !seen.has(current.id)) {
    seen.add(current.id);
    current = (current.parent !== null && design.elements.get(current.parent)) || null;
  }
  return current;
}

/**
 * Why `kind` may not lie directly in a container of `containerKind` (null: the canvas);
 * undefined where it may. One sentence for the user. Unknown kinds may lie anywhere.
 */
export function placementProblem(kind: string, containerKind: string | null): string | undefined {
  const definition = definitionOf(kind);
  if (!definition || containerKind === 'group') return undefined;
  if (containerKind !== null && !definitionOf(containerKind)) return undefined;
  if (definition.parents.includes(containerKind ?? 'canvas')) return undefined;
  const allowed = definition.parents.filter((parent) => parent !== 'group').map(placeName);
  const where = containerKind === null ? 'directly on the canvas' : `in ${articleFor(title(containerKind))}`;
  return `${title(kind)} cannot lie ${where}; it belongs ${allowed.join(' or ')}.`;
}

const articleFor = (noun: string): string => `${/^[AEIOU]/.test(noun) ? 'an' : 'a'} ${noun}`;
