import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ok, type Result } from '../../util/result';
import { ownSubnets } from './load-balance';
import { openSite, type Site } from './site';
import { completeCopies, wrapInGroup } from './two-copies';

/** Leads every connection of `from` to `to`, leaving out those that are there already or would lead to itself. */
function takeOverConnections(site: Site, from: string, to: string): void {
  const { draft } = site;
  for (const line of [...draft.connections()]) {
    if (line.from !== from && line.to !== from) continue;
    const moved = { ...line, from: line.from === from ? to : line.from, to: line.to === from ? to : line.to };
    const known = [...draft.connections()].some(
      (other) =>
        other.id !== line.id && other.kind === moved.kind && other.from === moved.from && other.to === moved.to,
    );
    if (known || moved.from === moved.to) draft.removeConnection(line.id);
    else draft.putConnection(moved);
  }
}

/** Makes one Auto Scaling group of equal instances, over their zones and at least two, behind a load balancer. */
export function formGroup(design: Design, newId: NewId, ids: readonly string[]): Result<DesignDiff> {
  const [first = '', ...others] = ids;
  const opened = openSite(design, newId, first);
  if (!opened.ok) return opened;
  const site = opened.value;
  const instance = site.draft.element(first);
  if (instance?.kind !== 'ec2-instance') return ok(site.draft.diff());
  const subnets = [...new Set(ids.flatMap((id) => ownSubnets(site, id)))];
  wrapInGroup(site, instance);
  const count = Math.max(2, ids.length);
  site.draft.patchElement(first, { subnets });
  site.draft.patchSettings(first, { min: count, desired: count, max: count * 2 });
  for (const id of others) {
    takeOverConnections(site, id, first);
    site.draft.removeElement(id);
  }
  return completeCopies(site, first);
}
