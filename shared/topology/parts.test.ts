import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyEdit, type Edit, editArbitrary, networksArbitrary } from '../testing/arbitrary-edits';
import { divide, type Part, type Parts } from './parts';
import { resolve } from './resolve';
import type { Topology } from './topology';

const idsOf = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id);

const describePart = ({ topology }: Part) => {
  const { regions, vpcs, zones, subnets, tiers, services, actors, links, arrivals } = topology;
  const { elements, connections, unknown } = topology;
  return [regions, vpcs, zones, subnets, tiers, services, actors, links, arrivals, elements, connections, unknown].map(
    idsOf,
  );
};

const describeParts = (parts: Parts) => [...parts].map(([key, part]) => [key, describePart(part)] as const);

/** Everything that a part holds as the whole topology has it now, one after the other. */
const contentOf = ({ topology: part }: Part, whole: Topology): readonly unknown[] => [
  whole.design.header.settings,
  ...part.elements.map(({ id }) => whole.design.elements.get(id)),
  ...part.regions.map(({ id }) => whole.regions.find((region) => region.id === id)),
  ...part.vpcs.map(({ id }) => whole.vpcs.find((vpc) => vpc.id === id)),
  ...part.zones.map(({ id }) => whole.zone(id)),
  ...part.subnets.map(({ id }) => whole.subnet(id)),
  ...part.tiers.map(({ id }) => whole.tier(id)),
  ...[...part.services, ...part.actors].flatMap(({ id }) => [
    whole.service(id),
    whole.isCritical(id),
    ...whole.outgoing(id),
    ...whole.incoming(id),
  ]),
];

function followEdits(start: Design, edits: readonly Edit[]): void {
  let topology = resolve(start);
  let parts = divide(topology);
  for (const edit of edits) {
    const [lastTopology, lastParts] = [topology, parts];
    topology = resolve(applyEdit(topology.design, edit), lastTopology);
    parts = divide(topology, lastParts);
    const afresh = divide(resolve(topology.design));
    // A note that was put where none belongs holds up only what looks at everything.
    if (parts && afresh) expect(describeParts(parts)).toEqual(describeParts(afresh));
    for (const [key, part] of parts ?? []) {
      const last = lastParts?.get(key);
      if (last !== part) continue;
      const [now, then] = [contentOf(part, topology), contentOf(part, lastTopology)];
      expect(now.length).toBe(then.length);
      expect(now.every((thing, at) => thing === then[at])).toBe(true);
    }
  }
}

it('divides after any row of edits as it divides afresh, and keeps a part only where all that it holds is the same', () => {
  fc.assert(fc.property(networksArbitrary, fc.array(editArbitrary, { maxLength: 8 }), followEdits), { numRuns: 100 });
});
