import { checkDesign } from '../../../shared/assessment/check-design';
import type { Design } from '../../../shared/model/design';
import { resolve } from '../../../shared/topology/resolve';
import type { Finding, Validation } from '../../../shared/validation/rule';
import type { Memory } from '../../../shared/validation/validate';
import { estimateCosts } from './costs';
import { indexSubjects } from './index-subjects';
import { shareEqual, shareMap } from './share';
import type { Analysis, AppState, Judgement } from './state';

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

type Listed = Pick<Judgement, 'findings' | 'findingsOf'>;

/** Findings, and which are about what; lists that hold the same findings as before stay the same. */
const list = (findings: readonly Finding[], previous: Listed): Listed => ({
  findings,
  findingsOf:
    findings === previous.findings ? previous.findingsOf : shareMap(previous.findingsOf, indexSubjects(findings)),
});

/** What a validation says. What has the same value as before stays the same object. */
export const judge = (validation: Validation, previous: Judgement): Judgement => ({
  ...list(shareFindings(previous.findings, validation.findings), previous),
  waived: shareEqual(previous.waived, validation.waived),
  waivers: shareEqual(previous.waivers, validation.waivers),
  counts: shareEqual(previous.counts, validation.counts),
});

/** What is known at once of a design whose check takes longer: all but the findings, which stay those of before as far as their subjects are there. */
export function analyseAhead(design: Design, previous: Analysis & Pick<AppState, 'books'>): Analysis {
  const topology = resolve(design, previous.topology);
  const { estimate, costOf } = estimateCosts(topology, previous.books);
  const isThere = (id: string): boolean => design.elements.has(id) || design.connections.has(id);
  const isAbout = ({ subjects }: Finding): boolean => [...subjects.elements, ...subjects.connections].every(isThere);
  const findings = previous.findings.every(isAbout) ? previous.findings : previous.findings.filter(isAbout);
  return {
    topology,
    estimate,
    costOf: shareMap(previous.costOf, costOf),
    ...list(findings, previous),
    waived: previous.waived,
    waivers: previous.waivers,
    counts: previous.counts,
  };
}

/** Resolves, validates and prices a design once. What has the same value as before stays the same object; what did not change is not looked at again. */
export function analyse(
  design: Design,
  previous: Analysis & Pick<AppState, 'books'>,
  today: string,
  memory?: Memory,
): Analysis {
  const topology = resolve(design, previous.topology);
  const { estimate, costOf } = estimateCosts(topology, previous.books);
  const validation = checkDesign(topology, { today, bill: estimate }, memory);
  return { topology, ...judge(validation, previous), estimate, costOf: shareMap(previous.costOf, costOf) };
}
