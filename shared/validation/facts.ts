import type { Service, Subnet, Topology } from '../topology/topology';
import { whenAsked } from '../util/when-asked';
import type { Amounts } from './amounts';
import { analyseLosses, type LossAnalysis } from './graph/losses';
import { type Overall, tellOverall } from './overall';
import type { EstimateLevel, ServiceLevel } from './service-level';
import { findServingUnits, type ServingUnit } from './serving-units';
import { findGuilty, type Guilty } from './written-secrets';

/** What follows from what a rule looks at, a design or a part of one, alone. */
export interface OwnFacts {
  /** The web and app machines, as users see them. */
  readonly servingUnits: readonly ServingUnit[];
  /** What lies in each subnet that is in use, or may lie there. */
  readonly servicesIn: ReadonlyMap<Subnet, readonly Service[]>;
  /** Services that let in ranges of addresses, and not only other services. */
  readonly openToAddresses: readonly Service[];
  /** Elements with secrets in their own texts or in those of connections that leave them. */
  readonly guilty: readonly Guilty[];
}

/** What several rules need and one computes: made once per validation, each part on first use. */
export interface Facts extends OwnFacts {
  /** What fails with what, seen from the users. */
  readonly losses: LossAnalysis;
  /** What holds for the design as a whole, whatever part of it is looked at. */
  readonly overall: Overall;
  /** What the design is divided into, or all of it at once; for `findInParts`. */
  readonly parts: readonly Topology[];
  /** What the bill says; null where nobody told. */
  readonly amounts: Amounts | null;
  /** What the design is estimated to reach; undefined where nobody passed in how to estimate it. */
  readonly level: ServiceLevel | undefined;
}

/** What other analyses know, handed in by whoever composes them. */
export interface Known {
  /** What the bill says; without it the rules that speak of it say nothing. */
  readonly amounts?: Amounts | null;
  /** How to estimate what the design reaches; without it its targets are not checked. */
  readonly estimateLevel?: EstimateLevel;
}

/** What is known from the validation before. */
interface Remembered {
  readonly losses: LossAnalysis | undefined;
  readonly parts: readonly Topology[];
}

function listInside({ services }: Topology): ReadonlyMap<Subnet, readonly Service[]> {
  const inside = new Map<Subnet, Service[]>();
  for (const service of services)
    service.subnets.forEach((subnet, at) => {
      if (service.subnets.indexOf(subnet) !== at) return;
      const known = inside.get(subnet);
      if (known) known.push(service);
      else inside.set(subnet, [service]);
    });
  return inside;
}

const letsAddressesIn = ({ ingress }: Service): boolean => ingress.some(({ source }) => source.kind === 'cidr');

type Ask<T> = { readonly [K in keyof T]: () => T[K] };

const askAbout = (topology: Topology): Ask<OwnFacts> => ({
  servingUnits: whenAsked(() => findServingUnits(topology)),
  servicesIn: whenAsked(() => listInside(topology)),
  openToAddresses: whenAsked(() => topology.services.filter(letsAddressesIn)),
  guilty: whenAsked(() => findGuilty(topology)),
});

/** Facts that are made when they are read. */
const factsFrom = (ask: Ask<Facts>): Facts => ({
  get servingUnits() {
    return ask.servingUnits();
  },
  get servicesIn() {
    return ask.servicesIn();
  },
  get openToAddresses() {
    return ask.openToAddresses();
  },
  get guilty() {
    return ask.guilty();
  },
  get losses() {
    return ask.losses();
  },
  get overall() {
    return ask.overall();
  },
  get parts() {
    return ask.parts();
  },
  get amounts() {
    return ask.amounts();
  },
  get level() {
    return ask.level();
  },
});

export const gatherFacts = (
  topology: Topology,
  { amounts = null, estimateLevel }: Known = {},
  { losses, parts }: Remembered = { losses: undefined, parts: [topology] },
): Facts =>
  factsFrom({
    ...askAbout(topology),
    losses: whenAsked(() => losses ?? analyseLosses(topology)),
    overall: whenAsked(() => tellOverall(topology)),
    parts: () => parts,
    amounts: () => amounts,
    level: whenAsked(() => estimateLevel?.(topology)),
  });

/** Facts for a rule that looks at a part of a design: its own, and all else of the whole. */
export const factsOfPart = (part: Topology, whole: Facts): Facts =>
  factsFrom({
    ...askAbout(part),
    losses: () => whole.losses,
    overall: () => whole.overall,
    parts: () => [part],
    amounts: () => whole.amounts,
    level: () => whole.level,
  });
