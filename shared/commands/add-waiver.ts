import type { Design } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { limits } from '../model/format/limits';
import { EVERY_ELEMENT, type Waiver, waiverKey, waiversOf, withWaivers } from '../model/waiver';
import { isDay } from '../util/day';
import { fail, ok, type Result } from '../util/result';

const bad = (message: string) => fail('bad-setting', message);

function findFault(design: Design, { rule, element, reason, owner, created, expires }: Waiver): string | undefined {
  if (rule === '') return 'Name the rule to accept.';
  if (element !== EVERY_ELEMENT && !design.elements.has(element) && !design.connections.has(element))
    return `There is no element "${element}" to accept a finding on. Choose one of the design, or * for all.`;
  if (reason === '') return 'Give a reason: whoever reads the design later must know why this is accepted.';
  if (reason.length > limits.reasonLength)
    return `The reason has ${reason.length} characters; at most ${limits.reasonLength} are allowed.`;
  if (owner === '') return 'Say who answers for it.';
  if (owner.length > limits.ownerLength)
    return `The owner has ${owner.length} characters; at most ${limits.ownerLength} are allowed.`;
  if (!isDay(created)) return `"${created}" is not a day such as 2026-03-01.`;
  if (expires === undefined) return undefined;
  if (!isDay(expires)) return `"${expires}" is not a day such as 2026-03-01. Leave it empty for no end.`;
  return expires < created
    ? `It would expire on ${expires}, before it is made on ${created}. Choose a later day.`
    : undefined;
}

/** Accepts findings of a rule on an element, or on all (`*`). Takes the place of a waiver of the same rule and element. */
export function addWaiver(design: Design, waiver: Waiver): Result<DesignDiff> {
  const next: Waiver = { ...waiver, reason: waiver.reason.trim(), owner: waiver.owner.trim() };
  const fault = findFault(design, next);
  if (fault !== undefined) return bad(fault);
  const others = waiversOf(design).filter((other) => waiverKey(other) !== waiverKey(next));
  if (others.length >= limits.waivers) return bad(`A design has at most ${limits.waivers} waivers. Remove some first.`);
  const draft = draftOf(design);
  draft.putHeader(withWaivers(design.header, [...others, next]));
  return ok(draft.diff());
}
