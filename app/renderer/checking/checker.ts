import { type Circumstances, checkDesign } from '../../../shared/assessment/check-design';
import type { Design } from '../../../shared/model/design';
import { resolve } from '../../../shared/topology/resolve';
import { fail } from '../../../shared/util/result';
import type { Finding, Fix, Validation } from '../../../shared/validation/rule';
import { newestOnly } from '../newest-only';
import { blankDesign, changesBetween } from './design-changes';
import type { CheckAnswer, CheckRequest, PlainFinding, PlainFix } from './messages';

/** Another thread: takes requests in turn and answers each. */
export interface CheckThread {
  ask(request: CheckRequest): Promise<CheckAnswer>;
}

/** Checks designs elsewhere. */
export interface Checker {
  /** What a check finds; null where a newer design was handed in before its turn came. Rejects when the other thread is lost. */
  check(design: Design, circumstances: Circumstances): Promise<Validation | null>;
}

/** The function of a fix cannot travel: the finding is looked up anew when it is used. */
const restoreFix =
  (key: string, circumstances: Circumstances) =>
  ({ canApply, ...fix }: PlainFix): Fix => {
    if (!canApply) return fix;
    return {
      ...fix,
      apply: (design, newId) => {
        const { findings } = checkDesign(resolve(design), circumstances);
        const found = findings.find((finding) => finding.key === key)?.fixes.find(({ id }) => id === fix.id);
        return found?.apply?.(design, newId) ?? fail('stale-diff', `“${fix.title}” is not needed any more.`);
      },
    };
  };

const restore = ({ fixes, ...finding }: PlainFinding, circumstances: Circumstances): Finding => ({
  ...finding,
  fixes: fixes.map(restoreFix(finding.key, circumstances)),
});

interface Asked {
  readonly design: Design;
  readonly circumstances: Circumstances;
}

/** One check at a time; of what comes meanwhile only the newest is checked, for its changes hold all others. */
export function createChecker(thread: CheckThread): Checker {
  let sent = blankDesign;
  let known: ReadonlyMap<string, Finding> = new Map();

  const take = (answer: CheckAnswer, circumstances: Circumstances): Validation => {
    const fresh = new Map(answer.changed.map((finding) => [finding.key, restore(finding, circumstances)]));
    const findings = answer.order.flatMap((key) => fresh.get(key) ?? known.get(key) ?? []);
    known = new Map(findings.map((finding) => [finding.key, finding]));
    const waived = answer.waived.map(({ finding, waiver }) => ({ finding: restore(finding, circumstances), waiver }));
    return { findings, waived, waivers: answer.waivers, counts: answer.counts };
  };

  const check = newestOnly(async ({ design, circumstances }: Asked) => {
    const changes = changesBetween(sent, design);
    sent = design;
    return take(await thread.ask({ changes, circumstances }), circumstances);
  });
  return { check: (design, circumstances) => check({ design, circumstances }) };
}
