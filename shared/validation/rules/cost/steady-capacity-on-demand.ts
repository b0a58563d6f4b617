import { kindsWithSetting } from '../../../catalog/catalog';
import { designSettings } from '../../../catalog/design-settings';
import { isProductive } from '../../../catalog/profiles';
import { draftOf } from '../../../model/draft';
import { judgeSpot } from '../../../topology/spot';
import type { Service } from '../../../topology/topology';
import { ok } from '../../../util/result';
import { findInParts } from '../../find-in-parts';
import type { Fix, Rule } from '../../rule';
import { countOf, namesOf } from '../../wording';

/** 70 % of a month of 730 hours: from there on a reservation is usually worth its commitment. */
const STEADY_HOURS = 511;
/** Nobody commits to a sketch. */
const FEWEST_SERVICES = 5;
/** Below this an Auto Scaling group keeps nothing running all the time. */
const ALWAYS_ONE = 1;

const numberIn = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const BOUGHT: ReadonlySet<string> = new Set(kindsWithSetting('purchase'));

/** Capacity that runs nearly all the time and is bought by the hour because nobody said anything else. */
const findSteady = findInParts((part) => {
  const { hoursPerMonth: designHours } = designSettings.read(part.design.header.settings);
  return part.services.filter((service) => {
    if (!BOUGHT.has(service.kind)) return false;
    const { purchase, hoursPerMonth } = service.element.settings;
    if (purchase !== undefined && purchase !== 'design') return false;
    if (numberIn(hoursPerMonth, designHours) < STEADY_HOURS) return false;
    if (service.role === 'worker' && judgeSpot(service).survives) return false;
    return service.traits.copies.min >= ALWAYS_ONE;
  });
});

const reserve = (services: readonly Service[]): Fix => ({
  id: 'reserve',
  title: 'Reserve them for one year, nothing upfront',
  kind: 'choice',
  apply: (design) => {
    const draft = draftOf(design);
    for (const { id } of services) draft.patchSettings(id, { purchase: 'reserved-1y-no' });
    return ok(draft.diff());
  },
});

export const steadyCapacityOnDemand: Rule = {
  id: 'COST-02',
  group: 'cost',
  severity: 'info',
  title: 'Steady capacity is bought on demand',
  why: 'On-Demand is the price of being able to stop at any hour. What never stops pays it for nothing.',
  trigger:
    'In a production design of five services or more, capacity that is switched on for 511 hours a month or more is bought On-Demand, and no element says that it is meant so.',
  guide: ['2.8.3.2'],
  references: ['AWS Trusted Advisor: reserved instances', 'AWS Well-Architected COST07-BP01'],
  check: (topology, facts) => {
    const { environment, purchase } = designSettings.read(topology.design.header.settings);
    const [region] = topology.regions;
    if (purchase !== 'on-demand' || !isProductive(environment) || !region) return [];
    if (topology.services.length < FEWEST_SERVICES) return [];
    const steady = findSteady(facts);
    if (steady.length === 0) return [];
    const [noun, verb] = steady.length === 1 ? ['service', 'is'] : ['services', 'are'];
    return [
      {
        // The Region alone: a mark on every instance would hide what else is marked.
        elements: [region.id],
        message: `${countOf(steady.length, noun, noun)} (${namesOf(steady)}) ${verb} always on and bought On-Demand. Reserve what will still run in a year; “Ways to pay less” in the Cost drawer says what each reservation saves.`,
        fixes: [reserve(steady)],
      },
    ];
  },
};
