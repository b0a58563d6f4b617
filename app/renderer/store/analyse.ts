import { checkDesign } from '../../../shared/assessment/check-design';
import type { Design } from '../../../shared/model/design';
import { resolve } from '../../../shared/topology/resolve';
import type { Finding } from '../../../shared/validation/rule';
import { estimateCosts } from './costs';
import { shareEqual, shareMap } from './share';
import type { Analysis, AppState } from './state';

/** A finding of the design as it is now, with fixes that belong to this very design. */
export const findFinding = (
  { design, estimate }: Pick<AppState, 'design' | 'estimate'>,
  key: string,
  today: string,
): Finding | undefined =>
  checkDesign(resolve(design), { today, bill: estimate }).findings.find((finding) => finding.key === key);

/** Findings that say the same as before stay the same objects, wherever they stand in the list now. */
function shareFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Map(before.map((finding) => [finding.key, finding]));
  return shareEqual(
    before,
    after.map((finding) => shareEqual(known.get(finding.key), finding)),
  );
}

/** Resolves, validates and prices a design once. What has the same value as before stays the same object. */
export function analyse(design: Design, previous: Analysis & Pick<AppState, 'books'>, today: string): Analysis {
  const topology = resolve(design);
  const { estimate, costOf } = estimateCosts(topology, previous.books);
  const { findings, waived, waivers, byElement, counts } = checkDesign(topology, { today, bill: estimate });
  return {
    topology,
    findings: shareFindings(previous.findings, findings),
    waived: shareEqual(previous.waived, waived),
    waivers: shareEqual(previous.waivers, waivers),
    counts: shareEqual(previous.counts, counts),
    findingsOf: shareMap(previous.findingsOf, byElement),
    estimate,
    costOf: shareMap(previous.costOf, costOf),
  };
}
