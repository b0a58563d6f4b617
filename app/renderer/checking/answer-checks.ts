import { checkDesign } from '../../../shared/assessment/check-design';
import type { Design } from '../../../shared/model/design';
import { resolve } from '../../../shared/topology/resolve';
import type { Topology } from '../../../shared/topology/topology';
import { plainEvidence } from '../../../shared/validation/evidence';
import type { Finding } from '../../../shared/validation/rule';
import { createMemory } from '../../../shared/validation/validate';
import { shareEqual } from '../store/share';
import { applyChanges, blankDesign } from './design-changes';
import type { CheckAnswer, CheckRequest, PlainFinding } from './messages';

const toPlain = ({ fixes, ...finding }: Finding): PlainFinding => ({
  ...finding,
  evidence: plainEvidence(finding.evidence),
  fixes: fixes.map(({ apply, ...fix }) => ({ ...fix, canApply: apply !== undefined })),
});

/** The worker's side: keeps the design and what was said of it, and answers with what is different. */
export function createAnswerer(): (request: CheckRequest) => CheckAnswer {
  let design: Design = blankDesign;
  let topology: Topology | undefined;
  const memory = createMemory();
  let said: ReadonlyMap<string, PlainFinding> = new Map();
  return ({ changes, circumstances }) => {
    design = applyChanges(design, changes);
    topology = resolve(design, topology);
    const { findings, waived, waivers, counts } = checkDesign(topology, circumstances, memory);
    const before = said;
    const now = findings.map(toPlain).map((finding) => shareEqual(before.get(finding.key), finding));
    said = new Map(now.map((finding) => [finding.key, finding]));
    return {
      order: now.map(({ key }) => key),
      changed: now.filter((finding) => before.get(finding.key) !== finding),
      waived: waived.map(({ finding, waiver }) => ({ finding: toPlain(finding), waiver })),
      waivers,
      counts,
    };
  };
}
