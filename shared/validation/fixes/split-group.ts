import { type Design, makeConnection, type NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { fail, ok, type Result } from '../../util/result';
import { addPart, openSite } from './site';

/**
 * Takes the second role off a group and gives it to a group of its own beside it, in the same subnets, that uses the same
 * stores. Web and application servers are called by the first group; workers by nobody.
 */
export function splitGroup(
  design: Design,
  newId: NewId,
  id: string,
  role: 'web' | 'app' | 'worker',
): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const { draft } = opened.value;
  const group = draft.element(id);
  if (!group) return fail('unknown-element', 'The group is no longer in the design. Check the findings again.');
  const { alsoRuns: _alsoRuns, ...settings } = group.settings;
  draft.putElement({ ...group, settings });
  // Inbound rules written by hand were for the first role.
  const { extraIngress: _extraIngress, publicIp: _publicIp, ...shared } = settings;
  const { frame } = group;
  const second = addPart(draft, newId, group.kind, {
    name: `${group.name} ${role === 'worker' ? 'workers' : role}`,
    parent: group.parent,
    tier: group.tier,
    subnets: group.subnets,
    frame: { ...frame, y: frame.y + frame.height + 24 },
    settings: { ...shared, role },
  });
  for (const line of [...draft.connections()]) {
    const watched = line.to === id && line.kind === 'monitors';
    const used = line.from === id && (line.kind === 'data' || line.kind === 'session' || line.kind === 'async');
    const worked = role === 'worker' && line.to === id && line.kind === 'async';
    if (!watched && !used && !worked) continue;
    const ends = line.from === id ? { from: second.id, to: line.to } : { from: line.from, to: second.id };
    draft.putConnection({ ...line, id: newId('connection'), ...ends });
  }
  if (role !== 'worker')
    draft.putConnection(makeConnection({ id: newId('connection'), kind: 'traffic', from: id, to: second.id }));
  return ok(draft.diff());
}
