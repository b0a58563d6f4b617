import type { Service, Tier, Topology } from '../topology/topology';
import { mapDefined } from '../util/lists';
import { type InstanceState, isServingCompute, readInstanceState } from './instance-state';

export interface ServingMember {
  readonly service: Service;
  readonly state: InstanceState;
}

/** The web and app machines of one tier, or one that is in no tier. */
export interface ServingUnit {
  readonly name: string;
  /** Tier first, where there is one. */
  readonly subject: string;
  readonly tier: Tier | null;
  readonly members: readonly ServingMember[];
}

/** Copies the members can grow to together. */
export const mostCopies = (members: readonly ServingMember[]): number =>
  members.reduce((sum, { service }) => sum + service.traits.copies.max, 0);

/** Web and app machines by tier, in the order of ids. */
export function findServingUnits(topology: Topology): ServingUnit[] {
  const read = (service: Service): ServingMember | undefined => {
    const state = isServingCompute(service) ? readInstanceState(topology, service) : undefined;
    return state && { service, state };
  };
  const tiers = topology.tiers.map((tier) => ({
    name: tier.element.name,
    subject: tier.id,
    tier,
    members: mapDefined(tier.members, read),
  }));
  const alone = (['auto-scaling-group', 'ec2-instance', 'ecs-service'] as const)
    .flatMap(topology.ofKind)
    .filter(({ tier }) => tier === null)
    .map((service) => ({ name: service.name, subject: service.id, tier: null, members: mapDefined([service], read) }));
  return [...tiers, ...alone].filter(({ members }) => members.length > 0);
}

/** Ids for a finding: the unit, then the members concerned. */
export const subjectsOf = (unit: ServingUnit, members: readonly ServingMember[]): string[] => [
  ...new Set([unit.subject, ...members.map(({ service }) => service.id)]),
];
