import type { Design } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { type Waiver, waiverKey, waiversOf, withWaivers } from '../model/waiver';
import { fail, ok, type Result } from '../util/result';

/** Takes a waiver back: what it accepted is a finding again. */
export function removeWaiver(design: Design, waiver: Pick<Waiver, 'rule' | 'element'>): Result<DesignDiff> {
  const waivers = waiversOf(design);
  const left = waivers.filter((other) => waiverKey(other) !== waiverKey(waiver));
  if (left.length === waivers.length)
    return fail(
      'bad-setting',
      `${waiver.rule} is not accepted on "${waiver.element}" any more. Look at the list again.`,
    );
  const draft = draftOf(design);
  draft.putHeader(withWaivers(design.header, left));
  return ok(draft.diff());
}
