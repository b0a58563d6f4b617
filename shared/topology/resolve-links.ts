import { connectionMeanings, connectionSettings, isConnectionKind } from '../catalog/connections';
import type { PortSpec } from '../catalog/kind';
import type { Connection, Design } from '../model/design';
import { mapDefinedValues } from '../util/lists';
import type { Link, Service } from './topology';

const PROTOCOL_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ssh: 22, rdp: 3389 };
const FALLBACK: PortSpec = { protocol: 'tcp', port: 443 };

const SECURE: ReadonlySet<string> = new Set(['https', 'ssh', 'rdp']);
const PLAIN_PORTS: ReadonlySet<number> = new Set([80, 8080]);

type Stated = ReturnType<typeof connectionSettings.read>;

/** What is said on the connection decides, then what the target speaks, then the port. */
function readEncryption(
  { encryption, protocol }: Stated,
  kind: string,
  port: number,
  { traits, definition }: Service,
): boolean | null {
  if (encryption !== 'auto') return encryption === 'tls';
  if (protocol !== 'auto' && (SECURE.has(protocol) || protocol === 'http')) return protocol !== 'http';
  if (kind === 'admin' || traits.encryptsTransit !== null) return kind === 'admin' || traits.encryptsTransit;
  // The addresses of AWS's own services answer TLS.
  if ((definition.scope === 'regional' && !traits.inVpc) || port === 443) return true;
  return kind === 'traffic' && PLAIN_PORTS.has(port) ? false : null;
}

/** Resolves a connection; undefined where an end is no service or actor, and for unknown kinds. */
export function readLink<S extends Service>(
  connection: Connection,
  service: (id: string) => S | undefined,
): Link<S> | undefined {
  const { kind } = connection;
  const from = service(connection.from);
  const to = service(connection.to);
  if (!from || !to || !isConnectionKind(kind)) return undefined;
  const settings = connectionSettings.read(connection.settings);
  const meaning = connectionMeanings[kind];
  const usual = kind === 'admin' ? { protocol: 'tcp' as const, port: 22 } : (to.traits.listens[0] ?? FALLBACK);
  const port =
    settings.port || (settings.protocol === 'auto' ? usual.port : (PROTOCOL_PORTS[settings.protocol] ?? usual.port));
  const protocol = settings.protocol === 'auto' ? usual.protocol : settings.protocol === 'udp' ? 'udp' : 'tcp';
  return {
    id: connection.id,
    connection,
    kind,
    from,
    to,
    protocol,
    port,
    synchronous: meaning.synchronous,
    opensPort: meaning.opensPort,
    optional: settings.optional,
    gbPerMonth: settings.gbPerMonth,
    requestsPerSecond: settings.requestsPerSecond,
    access: settings.access,
    encrypted: readEncryption(settings, kind, port, to),
  };
}

/** Resolves the connections whose ends are services or actors; those of unknown kinds are left out. */
export function readLinks<S extends Service>(
  { connections }: Design,
  service: (id: string) => S | undefined,
): Link<S>[] {
  return mapDefinedValues(connections, (connection) => readLink(connection, service));
}
