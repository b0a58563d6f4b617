import { kinds } from '../../catalog/services';
import { SERVICE } from '../../catalog/sizes';
import { type Design, makeConnection, type NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { type Draft, draftOf } from '../../model/draft';
import { ancestorOfKind } from '../../model/hierarchy';
import { fail, ok, type Result } from '../../util/result';
import { addPart } from './site';

/** A message must stay hidden six times as long as a function may take. SQS Developer Guide, "Configuring a queue for Lambda". */
const HIDDEN_TIMES = 6;

function leadThroughQueue(draft: Draft, newId: NewId, lineId: string): Result<void> {
  const line = draft.connection(lineId);
  const from = line && draft.element(line.from);
  const to = line && draft.element(line.to);
  if (!line || !from || !to) return fail('unknown-element', 'The connection is no longer in the design. Check again.');
  const region = ancestorOfKind(draft.design(), from, 'region') ?? ancestorOfKind(draft.design(), to, 'region');
  if (!region) return fail('illegal-placement', `${from.name} lies in no Region. Move it into one first.`);
  const isFunction = to.kind === 'lambda-function';
  const timeout = isFunction ? kinds['lambda-function'].read(to.settings).timeoutSeconds * HIDDEN_TIMES : 300;
  const inside = [...draft.elements()].filter(({ parent }) => parent === region.id);
  const bottom = inside.reduce((y, { frame }) => Math.max(y, frame.y + frame.height), 0);
  const queue = addPart(draft, newId, 'sqs-queue', {
    name: `${to.name} jobs`,
    parent: region.id,
    frame: { x: 24, y: bottom + 24, ...SERVICE },
    settings: { visibilityTimeoutSeconds: timeout },
  });
  draft.patchSettings(to.id, { role: 'worker' });
  draft.removeConnection(line.id);
  draft.putConnection(makeConnection({ id: newId('connection'), kind: 'async', from: from.id, to: queue.id }));
  draft.putConnection(makeConnection({ id: newId('connection'), kind: 'async', from: queue.id, to: to.id }));
  return ok(undefined);
}

/** Leads calls through new queues: the caller hands over a message, the other end works it off in the background. */
export function putQueuesBetween(design: Design, newId: NewId, lineIds: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of lineIds) {
    const led = leadThroughQueue(draft, newId, id);
    if (!led.ok) return led;
  }
  return ok(draft.diff());
}
