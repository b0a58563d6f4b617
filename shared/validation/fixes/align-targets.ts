import type { Design } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ok, type Result } from '../../util/result';

/** Lets the connections speak what their targets listen to. */
export function alignTargets(design: Design, ids: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of ids) {
    const line = draft.connection(id);
    if (!line) continue;
    const { protocol: _protocol, port: _port, ...settings } = line.settings;
    draft.putConnection({ ...line, settings });
  }
  return ok(draft.diff());
}

/** Turns a Network Load Balancer into an Application Load Balancer. It keeps its id, and with it its connections. */
export function useApplicationLoadBalancer(design: Design, id: string): Result<DesignDiff> {
  const draft = draftOf(design);
  const element = draft.element(id);
  if (!element) return ok(draft.diff());
  const { protocol: _protocol, port: _port, crossZone: _zones, capacityUnits: _units, ...kept } = element.settings;
  draft.putElement({ ...element, kind: 'application-load-balancer', settings: { ...kept, listener: 'https' } });
  const lines = [...draft.connections()].filter(
    ({ kind, from, to }) => kind === 'traffic' && (from === id || to === id),
  );
  for (const line of lines) {
    const { protocol: _spoken, port: _used, ...settings } = line.settings;
    draft.putConnection({ ...line, settings });
  }
  return ok(draft.diff());
}
