import { designSettings } from '../../../catalog/design-settings';
import type { Topology } from '../../../topology/topology';
import type { Facts } from '../../facts';
import type { Fix, Rule, Violation } from '../../rule';
import type { ServiceLevel, WorstTime } from '../../service-level';
import { countOf, listNames } from '../../wording';

/** As many digits as show the difference to the target. */
const percent = (share: number): string => `${Number((share * 100).toFixed(4))} %`;

const byHand = (title: string): readonly Fix[] => [{ id: 'reach-target', title, kind: 'manual' }];

function checkAvailability({ availability }: ServiceLevel, target: number | null): Violation[] {
  if (target === null || !availability || availability.share * 100 >= target) return [];
  const { entry, name, share, limiting } = availability;
  const limits = limiting.map((part) => `${part.name} (${percent(part.availability)})`);
  const cause = limits.length === 0 ? '' : ` Limited most by ${listNames(limits)}.`;
  return [
    {
      elements: [entry, ...new Set(limiting.flatMap(({ ids }) => ids))],
      message: `${name} can use the design ${percent(share)} of the time, as an estimate; the target is ${target} %.${cause} Mend those first, or state a target that the design can reach.`,
      evidence: { cut: [...new Set(limiting.flatMap(({ ids }) => ids))] },
      fixes: byHand('Find the cheapest way to the target, or spread the components named over more zones'),
    },
  ];
}

interface TimeTarget {
  readonly target: number | null;
  readonly worst: WorstTime | null;
  /** "needs", "may lose". */
  readonly verb: string;
  readonly unlimited: string;
  readonly remedy: string;
}

function checkTime({ target, worst, verb, unlimited, remedy }: TimeTarget): Violation[] {
  if (target === null || !worst || (worst.minutes !== null && worst.minutes <= target)) return [];
  const minutes = worst.minutes === null ? unlimited : countOf(worst.minutes, 'minute');
  return [
    {
      elements: [worst.id],
      message: `${worst.name} ${verb} ${minutes} when one Availability Zone fails, as an estimate; the target is ${countOf(target, 'minute')}. ${worst.assumption}`,
      evidence: { cut: [worst.id] },
      fixes: byHand(remedy),
    },
  ];
}

function check(topology: Topology, facts: Facts): Violation[] {
  const settings = designSettings.read(topology.design.header.settings);
  const { targetAvailability, targetRecoveryMinutes, targetDataLossMinutes } = settings;
  if (targetAvailability === null && targetRecoveryMinutes === null && targetDataLossMinutes === null) return [];
  const { level } = facts;
  if (!level) return [];
  return [
    ...checkAvailability(level, targetAvailability),
    ...checkTime({
      target: targetRecoveryMinutes,
      worst: level.recovery,
      verb: 'needs',
      unlimited: 'more minutes than anybody can tell',
      remedy: 'Keep a second copy in another zone that takes over by itself',
    }),
    ...checkTime({
      target: targetDataLossMinutes,
      worst: level.dataLoss,
      verb: 'may lose',
      unlimited: 'all of its data',
      remedy: 'Keep a copy in another zone that is always up to date, or back up more often',
    }),
  ];
}

export const targetIsMissed: Rule = {
  id: 'AVL-17',
  group: 'availability',
  severity: 'error',
  title: 'Estimated availability, RTO or RPO misses the stated target',
  why: 'A target that the drawing cannot reach is missed in operation too. Each component that users wait for takes its share of the minutes.',
  trigger:
    'The design states a target and the estimate for the users that fare worst, or for the service that recovers worst when one zone fails, does not reach it.',
  guide: ['2.6', '4.4.2'],
  references: ['AWS Well-Architected REL13-BP01', 'AWS Resilience Hub: resiliency policies'],
  check,
};
