/** Settings of an engine that are no property of a database, and the version whose family they belong to. */
export interface EngineParameters {
  /** It has to be named, since a group of parameters belongs to one major version. */
  readonly version: string;
  readonly family: string;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Engine {
  readonly version: string;
  readonly family: string;
  readonly requireTls: readonly [name: string, value: string];
}

/**
 * Versions in standard support, as AWS's own validator of templates lists them (cloudformation-validate, 2026-09). Parameter names: Amazon RDS and Aurora User Guides, "Requiring SSL/TLS"; families as
 * `describe-db-engine-versions` lists them. Unverified: which of them AWS offers on the day of the deployment.
 */
const ENGINES: Readonly<Record<string, Engine>> = {
  mysql: { version: '8.4.8', family: 'mysql8.4', requireTls: ['require_secure_transport', '1'] },
  postgres: { version: '17.9', family: 'postgres17', requireTls: ['rds.force_ssl', '1'] },
  mariadb: { version: '11.4.10', family: 'mariadb11.4', requireTls: ['require_secure_transport', '1'] },
  'aurora-mysql': {
    version: '8.0.mysql_aurora.3.10.4',
    family: 'aurora-mysql8.0',
    requireTls: ['require_secure_transport', 'ON'],
  },
  'aurora-postgresql': { version: '16.13', family: 'aurora-postgresql16', requireTls: ['rds.force_ssl', '1'] },
};

/** The version an engine is named with where one has to be named; undefined for an engine the catalog does not know. */
export const namedVersion = (engine: string): Pick<EngineParameters, 'version' | 'family'> | undefined =>
  ENGINES[engine];

/** The parameters that a database's settings ask for; undefined where the engine's own are right. */
export function engineParameters(settings: {
  readonly engine: string;
  readonly requireTls: boolean;
  readonly maxConnections: number | null;
}): EngineParameters | undefined {
  const engine = ENGINES[settings.engine];
  if (!engine || (!settings.requireTls && settings.maxConnections === null)) return undefined;
  const [name, value] = engine.requireTls;
  return {
    version: engine.version,
    family: engine.family,
    parameters: {
      ...(settings.requireTls ? { [name]: value } : {}),
      ...(settings.maxConnections === null ? {} : { max_connections: String(Math.round(settings.maxConnections)) }),
    },
  };
}
