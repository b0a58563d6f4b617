import { designSettings } from '../../../catalog/design-settings';
import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import type { Facts } from '../../facts';
import { patchAndSpread } from '../../fixes/patch-and-spread';
import type { Fix, Rule, Violation } from '../../rule';

interface Standing {
  readonly fault: string;
  readonly fix: Omit<Fix, 'id' | 'kind'>;
}

function judgeInstance({ id, name, element, zones }: Service): Standing | undefined {
  const { multiAz } = kinds['rds-instance'].read(element.settings);
  if (multiAz && zones.length >= 2) return undefined;
  return {
    fault: multiAz
      ? `${name} asks for a standby, but its subnets lie in fewer than two zones, so there is no place for one`
      : `${name} has no standby in another zone`,
    fix: {
      title: 'Turn on Multi-AZ with subnets in two zones',
      apply: (design, newId) => patchAndSpread(design, newId, id, { multiAz: true }),
    },
  };
}

function judgeCluster({ id, name, element, zones }: Service): Standing | undefined {
  const { instances } = kinds['aurora-cluster'].read(element.settings);
  if (instances >= 2 && zones.length >= 2) return undefined;
  return {
    fault:
      instances < 2
        ? `${name} has one instance and no reader to take over`
        : `${name} has all its instances in one zone`,
    fix: {
      title: 'Run a reader in another Availability Zone',
      apply: (design, newId) => patchAndSpread(design, newId, id, { instances: Math.max(2, instances) }),
    },
  };
}

function report(facts: Facts, database: Service, standing: Standing): Violation {
  const zones = new Set(database.subnets.map(({ zone }) => zone));
  const refused = zones.size < 2 ? ' Without subnets in two zones, RDS does not even create it.' : '';
  return {
    elements: [database.id],
    message: `${standing.fault}: a single point of failure. When its machine or zone fails, the database is down until it is restored or the zone returns. Keep a second copy in another zone, which takes over within minutes.${refused}`,
    evidence: facts.losses.evidence([database]),
    fixes: [{ id: 'multi-az', kind: 'auto', ...standing.fix }],
  };
}

/** A stand-in of another database, or a copy that nobody waits for: when it fails, the other serves on. */
const isSpare = (topology: Topology, { id }: Service): boolean => {
  const incoming = topology.incoming(id);
  if (incoming.some(({ kind }) => kind === 'failover')) return true;
  return incoming.some(({ kind }) => kind === 'replicates') && !incoming.some(({ synchronous }) => synchronous);
};

function check(topology: Topology, facts: Facts): Violation[] {
  const production = designSettings.read(topology.design.header.settings).environment === 'production';
  const found: Violation[] = [];
  const look = (database: Service, standing: Standing | undefined): void => {
    if (!standing || isSpare(topology, database)) return;
    if (production || topology.isCritical(database.id)) found.push(report(facts, database, standing));
  };
  for (const database of topology.ofKind('rds-instance')) look(database, judgeInstance(database));
  for (const database of topology.ofKind('aurora-cluster')) look(database, judgeCluster(database));
  return found;
}

export const databaseIsNotMultiAz: Rule = {
  id: 'AVL-05',
  group: 'availability',
  byPart: 'with-losses',
  severity: 'error',
  title: 'Relational database is not Multi-AZ',
  why: 'All tiers above wait for the database. Restoring one takes an hour or more and loses what came after the last backup.',
  trigger:
    'An RDS database without Multi-AZ, or an Aurora cluster with one instance or all instances in one zone, in a production design or with users depending on it. Stand-ins, and replicas that nobody reads, need none.',
  guide: ['2.6.1', '4.4.2'],
  references: ['AWS Trusted Advisor: RDS Multi-AZ', 'AWS Well-Architected REL10-BP01'],
  check,
};
