import { compareText } from '../../shared/util/sorting';
import { eachReference } from './references';
import type { Resource, Section, Template } from './template';

/** Resources that become one nested stack. */
export interface Group {
  /** Letters, digits and dashes; part of the file's name. */
  readonly name: string;
  readonly resources: ReadonlyMap<string, Resource>;
}

/** Calls back for everything a resource mentions, each time it stands there. */
function eachNeed({ Properties, UpdatePolicy, Metadata, DependsOn }: Resource, visit: (id: string) => void): void {
  if (DependsOn) for (const id of DependsOn) visit(id);
  if (Properties) eachReference(Properties, visit);
  if (UpdatePolicy) eachReference(UpdatePolicy, visit);
  if (Metadata) eachReference(Metadata, visit);
}

/** Sets of groups that need one another, directly or by way of others, in the order of need (Tarjan). */
function findCircles(names: readonly string[], needs: ReadonlyMap<string, ReadonlySet<string>>): readonly string[][] {
  const order = new Map<string, { index: number; low: number; open: boolean }>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (name: string): { index: number; low: number; open: boolean } => {
    const state = { index: order.size, low: order.size, open: true };
    order.set(name, state);
    stack.push(name);
    for (const other of [...(needs.get(name) ?? [])].sort(compareText)) {
      const known = order.get(other);
      if (!known) state.low = Math.min(state.low, visit(other).low);
      else if (known.open) state.low = Math.min(state.low, known.index);
    }
    if (state.low === state.index) {
      const circle = stack.splice(stack.lastIndexOf(name));
      for (const member of circle) {
        const closed = order.get(member);
        if (closed) closed.open = false;
      }
      circles.push(circle.sort(compareText));
    }
    return state;
  };
  for (const name of [...names].sort(compareText)) if (!order.has(name)) visit(name);
  return circles;
}

/**
 * Divides a template's resources by a name for each, and joins what needs one another: nested stacks can wait for each other
 * in one direction only. The groups come in the order of need.
 */
export function groupResources(
  template: Template,
  nameOf: (id: string, resource: Resource, section: Section) => string,
): readonly Group[] {
  const homes = new Map<string, string>();
  const members = new Map<string, Map<string, Resource>>();
  for (const section of template.sections)
    for (const [id, resource] of section.resources) {
      const name = nameOf(id, resource, section);
      homes.set(id, name);
      const group = members.get(name) ?? new Map<string, Resource>();
      members.set(name, group.set(id, resource));
    }
  const needs = new Map<string, Set<string>>();
  for (const [name, resources] of members) {
    const others = new Set<string>();
    const visit = (id: string): void => {
      const home = homes.get(id);
      if (home !== undefined && home !== name) others.add(home);
    };
    for (const resource of resources.values()) eachNeed(resource, visit);
    needs.set(name, others);
  }
  return findCircles([...members.keys()], needs).map((circle) => ({
    name: circle[0] ?? '',
    resources: new Map(circle.flatMap((name) => [...(members.get(name) ?? [])])),
  }));
}
