import { kinds } from '../../catalog/services';
import { SERVICE } from '../../catalog/sizes';
import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ancestorOfKind } from '../../model/hierarchy';
import { ok, type Result } from '../../util/result';
import { joinOnce } from './bucket-behind-cdn';
import { addPart } from './site';

const KEPT_DAYS = 90;

/** Keeps access logs: of APIs in CloudWatch, of others in a bucket of the Region for logs, one that is drawn or a new one. */
export function logAccess(design: Design, newId: NewId, regionId: string, ids: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  const apis = ids.filter((id) => draft.element(id)?.kind === 'api-gateway');
  for (const id of apis) draft.patchSettings(id, { logRetention: String(KEPT_DAYS) });
  const writers = ids.filter((id) => !apis.includes(id));
  if (writers.length === 0) return ok(draft.diff());
  const known = [...draft.elements()].find(
    (element) =>
      element.kind === 's3-bucket' &&
      kinds['s3-bucket'].read(element.settings).content === 'logs' &&
      ancestorOfKind(design, element, 'region')?.id === regionId,
  );
  const inside = [...draft.elements()].filter(({ parent }) => parent === regionId);
  const bottom = inside.reduce((y, { frame }) => Math.max(y, frame.y + frame.height), 0);
  const bucket =
    known ??
    addPart(draft, newId, 's3-bucket', {
      name: 'Logs',
      parent: regionId,
      frame: { x: 24, y: bottom + 24, ...SERVICE },
      settings: { content: 'logs', expireDays: KEPT_DAYS },
    });
  for (const id of writers) joinOnce(draft, newId, 'logs', id, bucket.id);
  return ok(draft.diff());
}
