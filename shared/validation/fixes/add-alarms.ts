import { SERVICE } from '../../catalog/sizes';
import { type Design, type Element, makeConnection, type NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { type Draft, draftOf } from '../../model/draft';
import { ok, type Result } from '../../util/result';
import { joinOnce } from './bucket-behind-cdn';
import { addPart } from './site';

const GAP = 24;

/** A place below what lies directly in the Region. */
function placeBelow(draft: Draft, regionId: string) {
  const inside = [...draft.elements()].filter(({ parent }) => parent === regionId);
  const bottom = inside.reduce((y, { frame }) => Math.max(y, frame.y + frame.height), 0);
  return { x: GAP, y: bottom + GAP, ...SERVICE };
}

const isBalancer = (element: Element | undefined): boolean => element?.kind.endsWith('-load-balancer') ?? false;

/** The topic that alarms tell, else a new one. */
function topicFor(draft: Draft, newId: NewId, regionId: string): Element {
  const told = [...draft.connections()].find(
    ({ from, to }) => draft.element(from)?.kind === 'cloudwatch-alarm' && draft.element(to)?.kind === 'sns-topic',
  );
  const known = told && draft.element(told.to);
  if (known) return known;
  const frame = placeBelow(draft, regionId);
  return addPart(draft, newId, 'sns-topic', { name: 'Alarms', parent: regionId, frame });
}

/** Watches the services with one alarm for load balancers and one for the rest, both telling a topic. */
export function addAlarms(design: Design, newId: NewId, regionId: string, ids: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  const topic = topicFor(draft, newId, regionId);
  const balancers = ids.filter((id) => isBalancer(draft.element(id)));
  const groups = [
    { name: 'Targets unhealthy', ids: balancers, settings: { metric: 'unhealthy-hosts', threshold: 0 } },
    { name: 'Busy', ids: ids.filter((id) => !balancers.includes(id)), settings: { metric: 'cpu', threshold: 80 } },
  ];
  for (const { name, ids: watched, settings } of groups) {
    if (watched.length === 0) continue;
    const frame = placeBelow(draft, regionId);
    const alarm = addPart(draft, newId, 'cloudwatch-alarm', { name, parent: regionId, frame, settings });
    for (const to of watched)
      draft.putConnection(makeConnection({ id: newId('connection'), kind: 'monitors', from: alarm.id, to }));
    joinOnce(draft, newId, 'async', alarm.id, topic.id);
  }
  return ok(draft.diff());
}
