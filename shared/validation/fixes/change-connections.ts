import type { Design } from '../../model/design';
import { draftOf } from '../../model/draft';
import type { JsonObject } from '../../util/json';
import { ok } from '../../util/result';
import type { Fix } from '../rule';

/** The one right answer is another value of some settings of these connections. */
export const changeConnections = (ids: readonly string[], title: string, settings: JsonObject): Fix => ({
  id: 'change-connections',
  title,
  kind: 'auto',
  apply: (design: Design) => {
    const draft = draftOf(design);
    for (const id of ids) {
      const line = draft.connection(id);
      if (line) draft.putConnection({ ...line, settings: { ...line.settings, ...settings } });
    }
    return ok(draft.diff());
  },
});
