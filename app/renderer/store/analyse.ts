import type { Design } from '../../../shared/model/design';
import { resolve } from '../../../shared/topology/resolve';
import { compareBy } from '../../../shared/util/sorting';
import type { Finding } from '../../../shared/validation/rule';
import { validate } from '../../../shared/validation/validate';
import { estimateCosts } from './costs';
import { shareEqual, shareMap } from './share';
import type { Analysis, AppState, KeyedFinding } from './state';

const severityRank = { error: 0, warning: 1, info: 2 } as const;
const statusRank = { fail: 0, unknown: 1 } as const;

const keyOf = ({ ruleId, subjects }: Finding): string =>
  [ruleId, ...subjects.elements, '/', ...subjects.connections].join(' ');

/** Keys the findings; a rule that names the same subjects twice gets numbered keys. */
function keyFindings(findings: readonly Finding[]): KeyedFinding[] {
  const seen = new Map<string, number>();
  const keyed = findings.map((finding) => {
    const key = keyOf(finding);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return { ...finding, key: count === 0 ? key : `${key} #${count + 1}` };
  });
  return keyed.sort(
    compareBy<KeyedFinding>(
      ({ status }) => statusRank[status],
      ({ severity }) => severityRank[severity],
      ({ ruleId }) => ruleId,
      ({ key }) => key,
    ),
  );
}

function groupBySubject(findings: readonly KeyedFinding[]): Map<string, KeyedFinding[]> {
  const groups = new Map<string, KeyedFinding[]>();
  for (const finding of findings) {
    for (const id of new Set([...finding.subjects.elements, ...finding.subjects.connections])) {
      const group = groups.get(id);
      if (group) group.push(finding);
      else groups.set(id, [finding]);
    }
  }
  return groups;
}

/** A finding of the design as it is now, with fixes that belong to this very design. */
export const findFinding = (design: Design, key: string): KeyedFinding | undefined =>
  keyFindings(validate(resolve(design)).findings).find((finding) => finding.key === key);

/** Findings that say the same as before stay the same objects, wherever they stand in the list now. */
function shareFindings(before: readonly KeyedFinding[], after: readonly KeyedFinding[]): readonly KeyedFinding[] {
  const known = new Map(before.map((finding) => [finding.key, finding]));
  return shareEqual(
    before,
    after.map((finding) => shareEqual(known.get(finding.key), finding)),
  );
}

/** Resolves, validates and prices a design once. What has the same value as before stays the same object. */
export function analyse(design: Design, previous: Analysis & Pick<AppState, 'books'>): Analysis {
  const topology = resolve(design);
  const findings = shareFindings(previous.findings, keyFindings(validate(topology).findings));
  const { estimate, costOf } = estimateCosts(topology, previous.books);
  return {
    topology,
    findings,
    findingsOf: shareMap(previous.findingsOf, groupBySubject(findings)),
    estimate,
    costOf: shareMap(previous.costOf, costOf),
  };
}
