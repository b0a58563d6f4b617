import { kinds } from '../../catalog/services';
import { SERVICE } from '../../catalog/sizes';
import { type Design, type Element, makeConnection, type NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { type Draft, draftOf } from '../../model/draft';
import { ok, type Result } from '../../util/result';
import { addPart } from './site';

/** A distribution that sends HTTP on to HTTPS: one that is drawn, else a new one left of the drawing. */
export function cdnFor(draft: Draft, newId: NewId): Element {
  const known = [...draft.elements()].find(
    ({ kind, settings }) => kind === 'cloudfront' && kinds.cloudfront.read(settings).viewerProtocol !== 'allow-all',
  );
  if (known) return known;
  const left = [...draft.elements()].reduce((x, { parent, frame }) => (parent === null ? Math.min(x, frame.x) : x), 0);
  return addPart(draft, newId, 'cloudfront', { frame: { x: left - 224, y: 0, ...SERVICE } });
}

/** The two are connected that way already. */
export const isDrawn = (draft: Draft, kind: string, from: string, to: string): boolean =>
  [...draft.connections()].some((line) => line.kind === kind && line.from === from && line.to === to);

/** Connects two elements unless they are connected that way already. */
export function joinOnce(draft: Draft, newId: NewId, kind: string, from: string, to: string): void {
  if (!isDrawn(draft, kind, from, to)) draft.putConnection(makeConnection({ id: newId('connection'), kind, from, to }));
}

/** Blocks public access; users who read the bucket directly get its files from a distribution. */
export function putBucketBehindCdn(design: Design, newId: NewId, bucketId: string): Result<DesignDiff> {
  const draft = draftOf(design);
  if (draft.element(bucketId)?.settings.blockPublicAccess === false)
    draft.patchSettings(bucketId, { blockPublicAccess: true });
  const direct = [...draft.connections()].filter(
    ({ kind, from, to }) =>
      kind === 'traffic' && to === bucketId && ['users', 'office'].includes(draft.element(from)?.kind ?? ''),
  );
  if (direct.length === 0) return ok(draft.diff());
  const cdn = cdnFor(draft, newId);
  for (const line of direct) {
    if (isDrawn(draft, 'traffic', line.from, cdn.id)) draft.removeConnection(line.id);
    else draft.putConnection({ ...line, to: cdn.id });
  }
  joinOnce(draft, newId, 'traffic', cdn.id, bucketId);
  return ok(draft.diff());
}
