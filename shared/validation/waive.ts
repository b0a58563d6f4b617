import type { Profile } from '../catalog/profiles';
import type { Design, Waiver } from '../model/design';
import { EVERY_ELEMENT, hasExpired, waiverKey, waiversOf } from '../model/waiver';
import { refusalToWaive } from './profiles';
import type { Finding, WaivedFinding, WaiverStanding } from './rule';
import { rules } from './rules';

/** Id of what a finding is about: what a waiver names. */
export const subjectOf = ({ subjects }: Pick<Finding, 'subjects'>): string =>
  subjects.elements[0] ?? subjects.connections[0] ?? EVERY_ELEMENT;

export interface Judged {
  /** Not accepted: what counts. Those whose waiver has expired or is refused carry a note. */
  readonly open: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** Every waiver of the design, in its order. */
  readonly waivers: readonly WaiverStanding[];
}

const noteOn = ({ owner, expires, reason }: Waiver, refusal: string | undefined): string =>
  refusal === undefined
    ? `${owner} accepted this until ${expires} (“${reason}”). That day has passed: mend it, or accept it again.`
    : `${owner} accepted this (“${reason}”), but the regulated profile does not allow it: ${refusal}.`;

const knownRules = new Set(rules.map(({ id }) => id));

function explainIdle(design: Design, waiver: Waiver, profile: Profile, today: string): string {
  const { rule, element, expires } = waiver;
  if (hasExpired(waiver, today)) return `It expired on ${expires}.`;
  const refusal = refusalToWaive(profile, rule);
  if (refusal !== undefined) return `The regulated profile does not allow it: ${refusal}.`;
  if (!knownRules.has(rule)) return `This version has no rule ${rule}.`;
  if (element !== EVERY_ELEMENT && !design.elements.has(element) && !design.connections.has(element))
    return `What it is about (${element}) is not in the design any more.`;
  return 'The rule finds nothing there any more.';
}

/**
 * Takes out of the findings what the design's waivers accept. A waiver holds through its last day; `today` is a day such as
 * `2026-03-01`. Questions are accepted like faults; a check that could not be run is not.
 */
export function applyWaivers(design: Design, findings: readonly Finding[], profile: Profile, today: string): Judged {
  const all = waiversOf(design);
  if (all.length === 0) return { open: findings, waived: [], waivers: [] };
  const byKey = new Map(all.map((waiver) => [waiverKey(waiver), waiver]));
  const used = new Set<Waiver>();
  const open: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const finding of findings) {
    const { ruleId } = finding;
    const candidates = [...new Set([subjectOf(finding), EVERY_ELEMENT])].flatMap((element) =>
      knownRules.has(ruleId) ? (byKey.get(waiverKey({ rule: ruleId, element })) ?? []) : [],
    );
    const refusal = refusalToWaive(profile, ruleId);
    const waiver = refusal === undefined ? candidates.find((item) => !hasExpired(item, today)) : undefined;
    const [lapsed] = candidates;
    if (waiver) {
      used.add(waiver);
      waived.push({ finding, waiver });
    } else open.push(lapsed ? { ...finding, note: noteOn(lapsed, refusal) } : finding);
  }
  const waivers = all.map((waiver) => ({
    waiver,
    idle: used.has(waiver) ? null : explainIdle(design, waiver, profile, today),
  }));
  return { open, waived, waivers };
}
