import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ok, type Result } from '../../util/result';
import { cdnFor, isDrawn, joinOnce } from './bucket-behind-cdn';
import { addRegionalStore } from './session-store';

/** Puts a distribution between users and a load balancer, with a bucket of static files beside it. */
export function deliverStaticFiles(design: Design, newId: NewId, balancerId: string): Result<DesignDiff> {
  const settings = { content: 'static' };
  const added = addRegionalStore(design, newId, [balancerId], { kind: 's3-bucket', name: 'Static files', settings });
  if (!added.ok) return added;
  const { draft } = added.value.site;
  const cdn = cdnFor(draft, newId);
  for (const line of [...draft.connections()]) {
    const fromUsers = line.kind === 'traffic' && draft.element(line.from)?.kind === 'users';
    if (line.to !== balancerId || !(fromUsers || line.kind === 'dns')) continue;
    draft.removeConnection(line.id);
    // Its port was that of the load balancer; all else people said of it goes on to hold.
    const { port: _port, protocol: _protocol, ...rest } = line.settings;
    if (!isDrawn(draft, line.kind, line.from, cdn.id)) draft.putConnection({ ...line, to: cdn.id, settings: rest });
  }
  joinOnce(draft, newId, 'traffic', cdn.id, balancerId);
  joinOnce(draft, newId, 'traffic', cdn.id, added.value.store);
  return ok(draft.diff());
}
