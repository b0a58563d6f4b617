import type { Service, Topology } from '../../../topology/topology';
import type { Facts } from '../../facts';
import { becomeDatabase } from '../../fixes/become-kind';
import type { Rule, Violation } from '../../rule';

/** A database that data is copied to or from, in none of the same zones. */
function hasReplica(topology: Topology, database: Service): boolean {
  const links = [...topology.outgoing(database.id), ...topology.incoming(database.id)];
  return links.some(({ kind, from, to }) => {
    const other = from === database ? to : from;
    return (
      kind === 'replicates' &&
      other.role === 'database' &&
      other.zones.length > 0 &&
      !other.zones.some((zone) => database.zones.includes(zone))
    );
  });
}

function report(facts: Facts, database: Service): Violation {
  const { id, name } = database;
  return {
    elements: [id],
    message: `${name} is a database on a machine, and no other zone has a copy of its data. When the machine or its zone fails, the data is out of reach, and what came after the last backup is gone. Use a database that AWS runs in two zones, or replicate it to one.`,
    evidence: facts.losses.evidence([database]),
    fixes: [
      {
        id: 'managed',
        title: 'Use an RDS database with Multi-AZ instead',
        kind: 'choice',
        apply: (design, newId) => becomeDatabase(design, newId, id),
      },
      { id: 'replicate', title: 'Run a replica in another Availability Zone and fail over to it', kind: 'manual' },
    ],
  };
}

export const ownDatabaseHasNoReplica: Rule = {
  id: 'AVL-09',
  group: 'availability',
  byPart: 'with-losses',
  severity: 'error',
  title: 'Self-managed database has no replica in another AZ',
  why: 'Whoever runs a database on a machine also runs its replication, failover and backups, or has none of them.',
  trigger: 'A machine with the role of a database replicates to or from no database in another zone.',
  guide: ['4.2.5.2'],
  references: ['AWS Well-Architected REL10-BP01'],
  check: (topology, facts) =>
    topology
      .ofRole('database')
      .filter(({ definition }) => definition.family === 'compute')
      .filter((database) => !hasReplica(topology, database))
      .map((database) => report(facts, database)),
};
