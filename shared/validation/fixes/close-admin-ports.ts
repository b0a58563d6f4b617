import { ingressRule } from '../../catalog/fields';
import { kinds } from '../../catalog/services';
import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { type Draft, draftOf } from '../../model/draft';
import { isWorld } from '../../topology/topology';
import type { Json } from '../../util/json';
import { ok, type Result } from '../../util/result';
import { addPart } from './site';

/** SSH and RDP. */
export const ADMIN_PORTS = [22, 3389] as const;

interface Range {
  readonly fromPort: number;
  readonly toPort: number;
}

/** The range without the admin ports: up to three pieces. */
export function withoutAdminPorts({ fromPort, toPort }: Range): Range[] {
  const pieces: Range[] = [];
  let start = fromPort;
  for (const port of ADMIN_PORTS) {
    if (port < start || port > toPort) continue;
    if (port > start) pieces.push({ fromPort: start, toPort: port - 1 });
    start = port + 1;
  }
  if (start <= toPort) pieces.push({ fromPort: start, toPort });
  return pieces;
}

/** Rewrites the rules by hand that open admin ports to the world: closed, or limited to `cidr`. */
function limitRules(draft: Draft, id: string, cidr: string | null): void {
  const written = draft.element(id)?.settings.extraIngress;
  if (!Array.isArray(written)) return;
  const items: readonly Json[] = written;
  const extraIngress = items.flatMap((item): Json[] => {
    const parsed = ingressRule.safeParse(item);
    if (!parsed.success || !isWorld(parsed.data.cidr)) return [item];
    const { protocol, fromPort, toPort } = parsed.data;
    if (protocol !== 'tcp') return [item];
    const kept = withoutAdminPorts({ fromPort, toPort }).map((range) => ({ ...parsed.data, ...range }));
    const open = ADMIN_PORTS.filter((port) => port >= fromPort && port <= toPort);
    const limited = cidr === null ? [] : open.map((port) => ({ protocol, fromPort: port, toPort: port, cidr }));
    return [...kept, ...limited];
  });
  draft.patchSettings(id, { extraIngress });
}

/** Closes SSH and RDP: rules and connections from the whole internet go. Session Manager needs neither. */
export function closeAdminPorts(design: Design, id: string, connectionIds: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  limitRules(draft, id, null);
  for (const connection of connectionIds) draft.removeConnection(connection);
  return ok(draft.diff());
}

/** Lets only the office network in: the one drawn, else a new one whose address range is to be filled in. */
export function limitToOffice(
  design: Design,
  newId: NewId,
  id: string,
  connectionIds: readonly string[],
): Result<DesignDiff> {
  const draft = draftOf(design);
  const drawn = [...draft.elements()].find(({ kind }) => kind === 'office');
  const office = drawn ?? addPart(draft, newId, 'office', { frame: { x: -176, y: 224, width: 128, height: 72 } });
  limitRules(draft, id, kinds.office.read(office.settings).cidr);
  const joined = new Set([...draft.connections()].filter(({ from }) => from === office.id).map(({ to }) => to));
  for (const connectionId of connectionIds) {
    const connection = draft.connection(connectionId);
    if (!connection) continue;
    if (joined.has(connection.to)) draft.removeConnection(connectionId);
    else draft.putConnection({ ...connection, from: office.id });
    joined.add(connection.to);
  }
  return ok(draft.diff());
}
