import { z } from 'zod';
import { definitionOf } from './catalog';
import { choice, integer, settingsReader, text, toggle, usage } from './fields';
import type { Family } from './kind';

/** What a connection means. */
export type ConnectionKind =
  | 'traffic'
  | 'data'
  | 'session'
  | 'replicates'
  | 'failover'
  | 'async'
  | 'admin'
  | 'dns'
  | 'logs'
  | 'uses'
  | 'monitors';

export interface ConnectionMeaning {
  /** Read between the names of the two ends: "Web servers *send traffic to* Database". */
  readonly title: string;
  /** The caller waits for the answer, so the target's failure is the caller's. */
  readonly synchronous: boolean;
  readonly line: 'solid' | 'dashed' | 'dotted' | 'double';
  /** A network path with a port that a security group must allow. */
  readonly opensPort: boolean;
}

export const connectionMeanings: Readonly<Record<ConnectionKind, ConnectionMeaning>> = {
  traffic: { title: 'sends traffic to', synchronous: true, line: 'solid', opensPort: true },
  data: { title: 'reads and writes', synchronous: true, line: 'solid', opensPort: true },
  session: { title: 'keeps sessions in', synchronous: true, line: 'dotted', opensPort: true },
  replicates: { title: 'replicates to', synchronous: false, line: 'double', opensPort: true },
  failover: { title: 'fails over to', synchronous: false, line: 'dashed', opensPort: false },
  async: { title: 'sends messages to', synchronous: false, line: 'dashed', opensPort: false },
  admin: { title: 'manages', synchronous: false, line: 'dotted', opensPort: true },
  dns: { title: 'points names at', synchronous: true, line: 'solid', opensPort: false },
  logs: { title: 'writes logs to', synchronous: false, line: 'dashed', opensPort: false },
  uses: { title: 'uses', synchronous: false, line: 'dotted', opensPort: false },
  monitors: { title: 'watches', synchronous: false, line: 'dotted', opensPort: false },
};

export const isConnectionKind = (kind: string): kind is ConnectionKind => Object.hasOwn(connectionMeanings, kind);

type Row = readonly [from: readonly Family[], to: readonly Family[], kinds: readonly ConnectionKind[]];

const COMPUTE = ['compute', 'function'] as const;

/** Which kinds of connection make sense between which families; the likeliest first. */
const MATRIX: readonly Row[] = [
  [['actor'], ['dns', 'cdn', 'load-balancer'], ['traffic']],
  [['actor'], ['compute'], ['traffic', 'admin']],
  [['actor'], ['bastion'], ['admin']],
  [['actor'], ['vpn'], ['traffic', 'admin']],
  [['vpn'], ['load-balancer'], ['traffic']],
  [['vpn'], ['compute'], ['traffic', 'admin']],
  [['vpn'], ['relational', 'cache'], ['data', 'admin']],
  [['vpn'], ['bastion'], ['admin']],
  [['compute'], ['vpn'], ['traffic', 'data']],
  [['vpn'], ['vpn'], ['failover']],
  [['actor'], ['function', 'api'], ['traffic']],
  [['api'], ['function'], ['traffic']],
  [['actor'], ['object-store', 'relational'], ['traffic']],
  [['dns'], ['cdn', 'load-balancer', 'object-store', 'compute', 'api'], ['dns']],
  [['cdn'], ['load-balancer', 'object-store', 'compute'], ['traffic']],
  [['load-balancer'], ['compute', 'function'], ['traffic']],
  [['compute'], ['load-balancer', 'compute'], ['traffic']],
  [['compute'], ['function'], ['traffic', 'async']],
  [['function'], ['function'], ['async', 'traffic']],
  [['function'], ['load-balancer', 'compute'], ['traffic']],
  [[...COMPUTE], ['relational'], ['data', 'session']],
  [[...COMPUTE], ['cache', 'nosql'], ['data', 'session']],
  [['compute'], ['compute'], ['data', 'session', 'replicates', 'failover']],
  [[...COMPUTE], ['object-store'], ['data', 'logs']],
  [['compute'], ['file-system'], ['data']],
  [[...COMPUTE, 'object-store', 'topic', 'alarm'], ['topic'], ['async']],
  [[...COMPUTE, 'object-store', 'topic'], ['queue'], ['async']],
  [['queue', 'stream'], [...COMPUTE], ['async']],
  [[...COMPUTE], ['stream'], ['async']],
  [['topic', 'object-store'], ['function'], ['async']],
  [['bastion'], ['compute', 'relational', 'cache'], ['admin']],
  [['load-balancer', 'cdn', 'trail'], ['object-store'], ['logs']],
  [['relational'], ['relational'], ['replicates', 'failover']],
  [['object-store'], ['object-store'], ['replicates']],
  [
    ['relational', 'nosql', 'object-store', 'file-system', 'queue', 'topic', 'compute', 'function', 'trail', 'stream'],
    ['key'],
    ['uses'],
  ],
  [['load-balancer', 'cdn'], ['certificate', 'firewall'], ['uses']],
  [['api'], ['certificate'], ['uses']],
  [[...COMPUTE], ['secret'], ['data']],
  [['secret'], ['key', 'function'], ['uses']],
  [
    ['alarm'],
    [
      'load-balancer',
      'compute',
      'function',
      'relational',
      'nosql',
      'cache',
      'queue',
      'stream',
      'bastion',
      'gateway',
      'api',
    ],
    ['monitors'],
  ],
];

const pairs = new Map<string, Map<string, readonly ConnectionKind[]>>();
for (const [sources, targets, kinds] of MATRIX)
  for (const from of sources) {
    const leaving = pairs.get(from) ?? new Map<string, readonly ConnectionKind[]>();
    pairs.set(from, leaving);
    for (const to of targets) leaving.set(to, [...new Set([...(leaving.get(to) ?? []), ...kinds])]);
  }

const NONE: readonly ConnectionKind[] = [];

/** The connection kinds that make sense from one kind of element to another, likeliest first; empty where none does. */
export function connectionKindsBetween(fromKind: string, toKind: string): readonly ConnectionKind[] {
  const from = definitionOf(fromKind);
  const to = definitionOf(toKind);
  if (!from || !to) return NONE;
  return pairs.get(from.family)?.get(to.family) ?? NONE;
}

/** Why the two kinds cannot be connected that way; undefined where they can. Unknown kinds are left alone. */
export function connectionProblem(fromKind: string, toKind: string): string | undefined {
  const from = definitionOf(fromKind);
  const to = definitionOf(toKind);
  if (!from || !to || connectionKindsBetween(fromKind, toKind).length > 0) return undefined;
  const reverse = connectionKindsBetween(toKind, fromKind).length > 0;
  return reverse
    ? `${from.title} does not connect to ${to.title}; draw it the other way round.`
    : `There is no connection from ${from.title} to ${to.title} that makes sense.`;
}

/** Settings of a connection. Port 0 means: as the target listens. */
export const connectionSettings = settingsReader(
  z.object({
    protocol: choice(
      { auto: 'As the target', http: 'HTTP', https: 'HTTPS', tcp: 'TCP', udp: 'UDP', ssh: 'SSH', rdp: 'RDP' },
      { label: 'Protocol', default: 'auto', section: 'Basics' },
    ),
    port: integer({
      label: 'Port',
      help: 'Without one, or with 0: the one the target listens on.',
      zeroMeans: 'As the target',
      min: 0,
      max: 65535,
      default: 0,
      section: 'Basics',
    }),
    encryption: choice(
      { auto: 'As protocol and target say', tls: 'TLS', plain: 'Plain text' },
      { label: 'Encryption', default: 'auto', section: 'Basics' },
    ),
    access: choice(
      { 'read-write': 'Reads and writes', read: 'Reads only', write: 'Writes only' },
      { label: 'Access', default: 'read-write', section: 'Basics' },
    ),
    optional: toggle({
      label: 'Works without it',
      help: 'The caller still serves its users when the target is down.',
      default: false,
      section: 'Basics',
    }),
    addressing: choice(
      { name: 'By its name', address: 'By a fixed IP address' },
      {
        label: 'Finds the target',
        help: 'A fixed address stays the same when the target moves to another machine; its name follows.',
        default: 'name',
        section: 'Basics',
      },
    ),
    durationMs: usage({ label: 'A call takes', unit: 'ms', max: 900_000, help: 'While the caller waits.' }),
    poolSize: usage({
      label: 'Open connections',
      unit: 'a copy',
      max: 100_000,
      help: 'How many each copy of the caller keeps open to a database.',
    }),
    gbPerMonth: usage({ label: 'Data', unit: 'GB a month', help: 'Both directions together.' }),
    requestsPerSecond: usage({
      label: 'Requests',
      unit: 'per second on average',
      help: 'Counts as requests of the target where the target states none.',
      max: 1e9,
    }),
    label: text({ label: 'Label', default: '', maxLength: 200, section: 'Basics' }),
  }),
);
