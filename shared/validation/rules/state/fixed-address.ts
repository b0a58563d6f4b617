import { connectionSettings } from '../../../catalog/connections';
import type { Link, Service, Topology } from '../../../topology/topology';
import { changeConnections } from '../../fixes/change-connections';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const isFixed = ({ kind, connection }: Link): boolean =>
  (kind === 'traffic' || kind === 'data' || kind === 'session') &&
  connectionSettings.read(connection.settings).addressing === 'address';

/** It moves: to another copy, to its standby, to another machine of AWS. */
const moves = ({ traits, role, definition }: Service): boolean =>
  traits.copies.max >= 2 || role === 'database' || definition.family === 'load-balancer';

function report(target: Service, links: readonly Link[]): Violation {
  const ids = links.map(({ id }) => id);
  const callers = [...new Set(links.map(({ from }) => from))];
  return {
    elements: [target.id, ...callers.map(({ id }) => id)],
    connections: ids,
    message: `Calls from ${namesOf(callers)} go to ${target.name} by a fixed IP address. After a failover or a replacement it lives at another one, and every call goes to the old. Call it by the name of its load balancer or endpoint.`,
    fixes: [changeConnections(ids, 'Call it by its name', { addressing: 'name' })],
  };
}

function check(topology: Topology): Violation[] {
  const byTarget = new Map<Service, Link[]>();
  for (const link of topology.arrivals) {
    if (!isFixed(link) || !moves(link.to)) continue;
    const known = byTarget.get(link.to);
    if (known) known.push(link);
    else byTarget.set(link.to, [link]);
  }
  return [...byTarget].map(([target, links]) => report(target, links));
}

export const fixedAddress: Rule = {
  id: 'STA-08',
  group: 'state',
  byPart: true,
  severity: 'warning',
  title: 'A tier is addressed by a fixed IP',
  why: 'Failover, scaling and replacement all work by changing what a name stands for. An address written down takes part in none.',
  trigger:
    'A connection that uses a fixed IP address leads to a database, a load balancer or something with several copies.',
  guide: ['4.3.1', '4.4.2'],
  references: ['AWS Well-Architected REL11-BP03'],
  check,
};
