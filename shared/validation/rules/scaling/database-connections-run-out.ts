import { connectionSettings } from '../../../catalog/connections';
import { largerTypes, memoryGib } from '../../../catalog/instance-types';
import { kinds } from '../../../catalog/services';
import type { Link, Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

/** Part of the connections that the clients may take together; the rest is for administrators, replicas and restarts. */
const SHARE = 0.8;
/** A pool nobody would call small; where even this is too much for the database, the question is worth asking. */
const USUAL_POOL = 10;
const GIB = 1024 ** 3;
/** Default parameter groups of RDS: memory in bytes by these, PostgreSQL at most 5,000; Aurora MySQL by a table, about alike. */
const BYTES_MYSQL = 12_582_880;
const BYTES_POSTGRES = 9_531_392;
const MOST_POSTGRES = 5000;

interface Database {
  readonly service: Service;
  readonly instanceClass: string;
  readonly postgres: boolean;
  /** Where somebody stated it. */
  readonly maxConnections: number | null;
}

function mostConnections(instanceClass: string, postgres: boolean): number | undefined {
  const gib = memoryGib(instanceClass);
  if (gib === undefined) return undefined;
  const bytes = gib * GIB;
  return Math.floor(postgres ? Math.min(bytes / BYTES_POSTGRES, MOST_POSTGRES) : bytes / BYTES_MYSQL);
}

const poolOf = ({ connection }: Link): number | null => connectionSettings.read(connection.settings).poolSize;
/** Functions have as many copies as there are calls; only a limit says how many. */
const copiesOf = ({ from }: Link): number => {
  if (from.kind === 'lambda-function') return kinds[from.kind].read(from.element.settings).reservedConcurrency ?? 0;
  return Number.isFinite(from.traits.copies.max) ? from.traits.copies.max : 0;
};
/** A function keeps one connection for each call it works on, unless it says otherwise. */
const likelyPool = (link: Link): number => poolOf(link) ?? (link.from.kind === 'lambda-function' ? 1 : USUAL_POOL);

function largerClass({ service, instanceClass, postgres }: Database, needed: number): Fix[] {
  const larger = largerTypes(instanceClass).find((type) => (mostConnections(type, postgres) ?? 0) * SHARE >= needed);
  return larger === undefined
    ? []
    : [{ ...changeSettings(service.id, `Use ${larger}`, { instanceClass: larger }), kind: 'choice' }];
}

const PROXY: Fix = {
  id: 'proxy',
  title: 'Share connections through RDS Proxy, or make the pools smaller',
  kind: 'manual',
};

function ask({ service }: Database, links: readonly Link[], limit: number): Violation | undefined {
  const open = links.filter((link) => poolOf(link) === null);
  const [first] = open;
  const callers = [...new Set(open.map(({ from }) => from))];
  const likely = links.reduce((sum, link) => sum + copiesOf(link) * likelyPool(link), 0);
  if (!first || likely <= limit * SHARE) return undefined;
  return {
    status: 'unknown',
    elements: [service.id, ...callers.map(({ id }) => id)],
    connections: open.map(({ id }) => id),
    message: `${service.name} takes about ${limit} connections at once. Whether that is enough for ${namesOf(callers)} when scaled out is not stated.`,
    question: `How many connections to ${service.name} does each copy of ${first.from.name} keep open?`,
    ask: { element: first.id, setting: 'poolSize' },
  };
}

function checkDatabase(topology: Topology, database: Database): Violation | undefined {
  const { service, instanceClass, postgres, maxConnections } = database;
  const limit = maxConnections ?? mostConnections(instanceClass, postgres);
  const links = topology.incoming(service.id).filter(({ kind }) => kind === 'data' || kind === 'session');
  if (limit === undefined || links.length === 0) return undefined;
  const needed = links.reduce((sum, link) => sum + copiesOf(link) * (poolOf(link) ?? 0), 0);
  if (needed <= limit * SHARE) return ask(database, links, limit);
  const callers = [...new Set(links.filter((link) => (poolOf(link) ?? 0) > 0).map(({ from }) => from))];
  return {
    elements: [service.id, ...callers.map(({ id }) => id)],
    connections: links.map(({ id }) => id),
    message: `${namesOf(callers)} can open ${needed} connections when scaled out. ${service.name} takes about ${limit} and refuses the rest, so more copies make it worse. Use a larger class, smaller pools or RDS Proxy.`,
    fixes: [...(maxConnections === null ? largerClass(database, needed) : []), PROXY],
  };
}

function check(topology: Topology): Violation[] {
  const databases = [
    ...topology.ofKind('rds-instance').map((service): Database => {
      const { engine, instanceClass, maxConnections } = kinds['rds-instance'].read(service.element.settings);
      return { service, instanceClass, maxConnections, postgres: engine === 'postgres' };
    }),
    ...topology.ofKind('aurora-cluster').map((service): Database => {
      const { engine, instanceClass, maxConnections } = kinds['aurora-cluster'].read(service.element.settings);
      return { service, instanceClass, maxConnections, postgres: engine === 'aurora-postgresql' };
    }),
  ];
  return mapDefined(databases, (database) => checkDatabase(topology, database));
}

export const databaseConnectionsRunOut: Rule = {
  id: 'SCA-07',
  group: 'scaling',
  byPart: true,
  severity: 'warning',
  title: 'Scaling out will exhaust the database connections',
  why: 'Every new copy brings its pool along. The database has one limit for all, and the copies over it fail just when they are needed.',
  trigger:
    'The largest number of copies times the connections each keeps open is more than 80 % of what the class of the database takes by default. A question where ten a copy would be.',
  guide: ['4.3.3'],
  references: ['AWS Well-Architected REL01-BP03'],
  check,
};
