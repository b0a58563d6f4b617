import type { Fault } from '../util/result';
import type { Design, Element, ElementId } from './design';

const named = ({ name, id }: Element): string => (name ? `"${name}" (${id})` : `"${id}"`);

/** Elements that lie, through their parents, in themselves. Each cycle is told once. */
function findCycles(design: Design): Fault[] {
  const faults: Fault[] = [];
  const settled = new Set<ElementId>();
  for (const start of design.elements.values()) {
    const path = new Set<ElementId>();
    let current: Element | undefined = start;
    while (current && !settled.has(current.id) && !path.has(current.id)) {
      path.add(current.id);
      current = current.parent === null ? undefined : design.elements.get(current.parent);
    }
    if (current && path.has(current.id))
      faults.push({
        code: 'cyclic-parents',
        message: `Element ${named(current)} lies inside itself. Give it or one of its containers another "parent".`,
      });
    for (const id of path) settled.add(id);
  }
  return faults;
}

function checkReferences(design: Design, element: Element): Fault[] {
  const faults: Fault[] = [];
  const { parent, tier } = element;
  if (parent !== null && !design.elements.has(parent))
    faults.push({
      code: 'missing-parent',
      message: `Element ${named(element)} lies in "${parent}", which is not in the design.`,
    });
  if (tier !== null && !design.elements.has(tier))
    faults.push({
      code: 'dangling-reference',
      message: `Element ${named(element)} belongs to the tier "${tier}", which is not in the design.`,
    });
  for (const subnet of element.subnets)
    if (!design.elements.has(subnet))
      faults.push({
        code: 'dangling-reference',
        message: `Element ${named(element)} lies in the subnet "${subnet}", which is not in the design.`,
      });
  return faults;
}

/** Everything that points nowhere or at itself; empty for a sound design. In the order of the design. */
export function checkIntegrity(design: Design): readonly Fault[] {
  const faults: Fault[] = [];
  for (const element of design.elements.values()) faults.push(...checkReferences(design, element));
  faults.push(...findCycles(design));
  for (const { id, from, to } of design.connections.values()) {
    for (const end of from === to ? [from] : [from, to])
      if (!design.elements.has(end))
        faults.push({
          code: 'dangling-reference',
          message: `Connection "${id}" ends at "${end}", which is not in the design.`,
        });
    if (from === to)
      faults.push({ code: 'dangling-reference', message: `Connection "${id}" joins "${from}" to itself.` });
  }
  return faults;
}
