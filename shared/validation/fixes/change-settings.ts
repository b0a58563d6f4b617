import type { Design } from '../../model/design';
import { draftOf } from '../../model/draft';
import type { JsonObject } from '../../util/json';
import { ok } from '../../util/result';
import type { Fix } from '../rule';

/** The one right answer is another value of some settings of one element. */
export const changeSettings = (elementId: string, title: string, settings: JsonObject): Fix => ({
  id: 'change-settings',
  title,
  kind: 'auto',
  apply: (design: Design) => {
    const draft = draftOf(design);
    draft.patchSettings(elementId, settings);
    return ok(draft.diff());
  },
});
