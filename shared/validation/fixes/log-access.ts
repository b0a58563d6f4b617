import { kinds } from '../../catalog/services';
import { SERVICE } from '../../catalog/sizes';
import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { type Draft, draftOf } from '../../model/draft';
import { ancestorOfKind } from '../../model/hierarchy';
import { ok, type Result } from '../../util/result';
import { joinOnce } from './bucket-behind-cdn';
import { addPart } from './site';

const KEPT_DAYS = 90;
/** Auditors ask about the year before. */
const TRAIL_DAYS = 365;
const GAP = 24;

export interface LogWish {
  readonly regionId: string;
  /** What shall write access logs. */
  readonly ids: readonly string[];
  /** Draw a trail besides. */
  readonly trail: boolean;
}

/** A frame below everything in the Region. */
function freeFrame(draft: Draft, regionId: string) {
  const inside = [...draft.elements()].filter(({ parent }) => parent === regionId);
  const bottom = inside.reduce((y, { frame }) => Math.max(y, frame.y + frame.height), 0);
  return { x: GAP, y: bottom + GAP, ...SERVICE };
}

/** Into a bucket of the Region for logs, one that is drawn or a new one. */
function logIntoBucket(design: Design, draft: Draft, newId: NewId, regionId: string, writers: readonly string[]): void {
  const known = [...draft.elements()].find(
    (element) =>
      element.kind === 's3-bucket' &&
      kinds['s3-bucket'].read(element.settings).content === 'logs' &&
      ancestorOfKind(design, element, 'region')?.id === regionId,
  );
  const bucket =
    known ??
    addPart(draft, newId, 's3-bucket', {
      name: 'Logs',
      parent: regionId,
      frame: freeFrame(draft, regionId),
      settings: { content: 'logs', expireDays: KEPT_DAYS },
    });
  for (const id of writers) joinOnce(draft, newId, 'logs', id, bucket.id);
}

/** A trail with a bucket of its own: whoever reads access logs need not see what administrators do. */
function addTrail(draft: Draft, newId: NewId, regionId: string): void {
  const frame = freeFrame(draft, regionId);
  const trail = addPart(draft, newId, 'cloudtrail', { parent: regionId, frame });
  const bucket = addPart(draft, newId, 's3-bucket', {
    name: 'Audit records',
    parent: regionId,
    frame: { ...frame, x: frame.x + frame.width + GAP },
    settings: { content: 'logs', expireDays: TRAIL_DAYS, versioning: true },
  });
  joinOnce(draft, newId, 'logs', trail.id, bucket.id);
}

/** Keeps access logs, of APIs in CloudWatch, of others in a bucket; and draws a trail where that is wanted. */
export function logAccess(design: Design, newId: NewId, { regionId, ids, trail }: LogWish): Result<DesignDiff> {
  const draft = draftOf(design);
  const apis = ids.filter((id) => draft.element(id)?.kind === 'api-gateway');
  for (const id of apis) draft.patchSettings(id, { logRetention: String(KEPT_DAYS) });
  const writers = ids.filter((id) => !apis.includes(id));
  if (writers.length > 0) logIntoBucket(design, draft, newId, regionId, writers);
  if (trail) addTrail(draft, newId, regionId);
  return ok(draft.diff());
}
