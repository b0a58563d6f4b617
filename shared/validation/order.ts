import { compareText } from '../util/sorting';
import type { Finding, RuleGroup, Severity } from './rule';
import { rules } from './rules';

/** What was found, by the id of the rule that found it. Nothing is said of rules that found nothing. */
export type FoundByRule = ReadonlyMap<string, readonly Finding[]>;

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
/** A design that AWS refuses comes first, then what is exposed, then what fails, then what is lost. */
const GROUP_RANK: Readonly<Record<RuleGroup, number>> = {
  connectivity: 0,
  network: 1,
  encryption: 2,
  identity: 3,
  availability: 4,
  state: 5,
  scaling: 6,
  operations: 7,
  cost: 8,
};

/** Each rule's place among the rules: by group, then by id. */
const ruleRanks: ReadonlyMap<string, number> = new Map(
  rules
    .map(({ id, group }) => ({ id, group: GROUP_RANK[group] }))
    .sort((a, b) => a.group - b.group || compareText(a.id, b.id))
    .map(({ id }, rank) => [id, rank]),
);

/** Findings of one rule that differ in nothing that decides their order but their keys. */
interface Lane {
  /** State, then severity. */
  readonly weight: number;
  readonly ruleId: string;
  readonly findings: Finding[];
}

const weigh = ({ status, severity }: Finding): number => (status === 'fail' ? 0 : 10) + SEVERITY_RANK[severity];
const compareKeys = (a: Finding, b: Finding): number => compareText(a.key, b.key);

const compareLanes = (a: Lane, b: Lane): number =>
  a.weight - b.weight ||
  (ruleRanks.get(a.ruleId) ?? ruleRanks.size) - (ruleRanks.get(b.ruleId) ?? ruleRanks.size) ||
  compareText(a.ruleId, b.ruleId);

/** Numbers keys that were used before, so that each is unique. */
function numberRepeats(findings: readonly Finding[], seen: Map<string, number>): Finding[] {
  return findings.map((finding) => {
    const count = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, count);
    return count === 1 ? finding : { ...finding, key: `${finding.key}#${count}` };
  });
}

/** The findings of one rule in lanes, each in the order of keys, which are unique. */
function lanesOf(ruleId: string, findings: readonly Finding[]): Lane[] {
  const byWeight = new Map<number, Lane>();
  for (const finding of findings) {
    const weight = weigh(finding);
    const lane = byWeight.get(weight);
    if (lane) lane.findings.push(finding);
    else byWeight.set(weight, { weight, ruleId, findings: [finding] });
  }
  const lanes = [...byWeight.values()].sort(compareLanes);
  let repeats = lanes.length > 1;
  for (const { findings: inLane } of lanes) {
    inLane.sort(compareKeys);
    repeats ||= inLane.some(({ key }, at) => key === inLane[at + 1]?.key);
  }
  if (!repeats) return lanes;
  const seen = new Map<string, number>();
  return lanes.map((lane) => ({ ...lane, findings: numberRepeats(lane.findings, seen) }));
}

/** One list: faults before questions, errors before warnings, then by group, rule and key; each key is there once. */
export function putInOrder(found: FoundByRule): Finding[] {
  const lanes = [...found].flatMap(([ruleId, findings]) => lanesOf(ruleId, findings));
  return lanes.sort(compareLanes).flatMap(({ findings }) => findings);
}
