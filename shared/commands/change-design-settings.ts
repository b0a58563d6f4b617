import { designSettings } from '../catalog/design-settings';
import type { Design } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { equalJson, type JsonObject } from '../util/json';
import { fail, ok, type Result } from '../util/result';
import { storeSettings } from './parts/check-settings';

/** Renames the design or sets what holds for the whole of it. An empty name or a value out of range is refused. */
export function changeDesignSettings(
  design: Design,
  { name, settings = {} }: { readonly name?: string; readonly settings?: JsonObject },
): Result<DesignDiff> {
  const title = name?.trim() ?? design.header.name;
  if (title === '') return fail('bad-setting', 'The design needs a name; it keeps its former one.');
  const next = storeSettings(
    designSettings,
    { ...design.header.settings, ...settings },
    Object.keys(settings),
    'the design',
  );
  if (!next.ok) return next;
  const draft = draftOf(design);
  if (title !== design.header.name || !equalJson(next.value, design.header.settings))
    draft.putHeader({ ...design.header, name: title, settings: next.value });
  return ok(draft.diff());
}
