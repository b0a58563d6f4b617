import { allDefinitions } from '../../../catalog/catalog';
import { designSettings } from '../../../catalog/design-settings';
import { fieldMeta } from '../../../catalog/fields';
import { isProductive } from '../../../catalog/profiles';
import { readNatShares } from '../../../topology/nat-path';
import type { Link, Service } from '../../../topology/topology';
import { carriesData, crossesFree, crossingShare } from '../../../topology/zone-crossing';
import { mapDefined } from '../../../util/lists';
import { showUsd } from '../../amounts';
import { findInParts } from '../../find-in-parts';
import type { Rule, Violation } from '../../rule';
import { countOf, namesOf } from '../../wording';

/** A drawing of a few boxes is a sketch; nobody knows its traffic yet. */
const FEWEST_SERVICES = 5;

/** The usage figures of each kind that has any. */
const FIGURES: ReadonlyMap<string, readonly string[]> = new Map(
  allDefinitions().flatMap(({ kind, schema }): [string, readonly string[]][] => {
    const keys = Object.entries(schema.shape).flatMap(([key, field]) => {
      const meta = fieldMeta.get(field);
      const isUsage = meta?.section === 'Usage' && meta.optional === true;
      return isUsage && meta.unit !== undefined && !meta.unit.startsWith('%') ? [key] : [];
    });
    return keys.length > 0 ? [[kind, keys]] : [];
  }),
);

/** A service with the first of its usage figures that nobody stated. */
interface Unstated extends Pick<Service, 'id' | 'name'> {
  readonly setting: string;
}

const findUnstated = findInParts((part) =>
  mapDefined(part.services, ({ id, name, kind, definition, element }): Unstated | undefined => {
    const figures = FIGURES.get(kind);
    if (!figures) return undefined;
    const read: Readonly<Record<string, unknown>> = definition.read(element.settings);
    const setting = figures.find((key) => read[key] === null);
    return setting === undefined ? undefined : { id, name, setting };
  }),
);

/** Whether the data of a connection takes a way that AWS charges for, somewhere between its ends. */
function mayCost(link: Link): boolean {
  if (!carriesData(link)) return false;
  const { from, to } = link;
  if (to.region === null || to.definition.scope === 'global') return false;
  if (from.role === 'actor') return true;
  if (from.region === null) return false;
  if (from.region.code !== to.region.code || readNatShares(link).through > 0) return true;
  return crossingShare(link) > 0 && !crossesFree(link);
}

/** Connections that cost money and do not say how much they carry, as many as a part has. */
interface Silent {
  /** Of the first of them. */
  readonly id: string;
  readonly first: Link;
  readonly count: number;
}

const findSilent = findInParts((part): readonly Silent[] => {
  const silent = part.links.filter((link) => link.gbPerMonth === null && mayCost(link));
  const [first] = silent;
  return first ? [{ id: first.id, first, count: silent.length }] : [];
});

/** The one question that would tell most; undefined where there is nothing to ask. */
function ask(
  unstated: readonly Unstated[],
  silent: readonly Silent[],
): Pick<Violation, 'question' | 'ask'> | undefined {
  const [service] = unstated;
  if (service)
    return {
      question: `How much is ${service.name} used in a month?`,
      ask: { element: service.id, setting: service.setting },
    };
  const link = silent[0]?.first;
  if (!link) return undefined;
  return {
    question: `How many gigabytes a month flow between ${link.from.name} and ${link.to.name}?`,
    ask: { element: link.id, setting: 'gbPerMonth' },
  };
}

export const totalIsLowerBound: Rule = {
  id: 'COST-09',
  group: 'cost',
  severity: 'info',
  title: 'The total is only a lower bound',
  why: 'Data transfer and requests are what estimates miss most; a figure that leaves them out is believed all the same.',
  trigger:
    'In a production design of five services or more the bill is “at least”: usage of a service or the data of a connection that costs money is not stated. Told only where the bill is known.',
  guide: ['2.8'],
  references: ['AWS Well-Architected COST05-BP05'],
  check: (topology, facts) => {
    const { amounts } = facts;
    const { environment } = designSettings.read(topology.design.header.settings);
    const [region] = topology.regions;
    if (amounts === null || !amounts.isLowerBound || !isProductive(environment) || !region) return [];
    if (topology.services.length < FEWEST_SERVICES) return [];
    const known = amounts.unstated && new Set(amounts.unstated);
    const unstated = findUnstated(facts).filter(({ id }) => known?.has(id) ?? true);
    const silent = findSilent(facts);
    const silentCount = silent.reduce((sum, { count }) => sum + count, 0);
    const asked = ask(unstated, silent);
    if (!asked) return [];
    const missing = [
      ...(unstated.length === 0 ? [] : [`the usage of ${namesOf(unstated)}`]),
      ...(silentCount === 0 ? [] : [`the data of ${countOf(silentCount, 'connection')}`]),
    ];
    return [
      {
        status: 'unknown',
        // The Region alone: a mark on everything would hide what else is marked.
        elements: [region.id],
        message: `The bill is at least ${showUsd(amounts.monthlyUsd)} a month: ${missing.join(' and ')} is not stated.`,
        ...asked,
      },
    ];
  },
};
