import { z } from 'zod';
import { averageCpu } from '../compute-fields';
import { choice, ingressRules, integer, suggest, text, toggle, usage } from '../fields';
import { defineKind, type Member, subnetPerAz } from '../kind';
import { hoursPerMonth, nodePurchase } from '../purchase';
import { SERVICE } from '../sizes';

const ENGINES = { mysql: 'MySQL', postgres: 'PostgreSQL', mariadb: 'MariaDB' } as const;

export const rdsInstance = defineKind({
  kind: 'rds-instance',
  title: 'Amazon RDS database',
  newName: 'Database',
  category: 'Database',
  icon: 'architecture-service/AmazonRDS',
  summary:
    'A relational database that AWS runs: MySQL, PostgreSQL or MariaDB, with a standby in another Availability Zone if asked.',
  keywords: ['rds', 'sql', 'mysql', 'postgresql', 'mariadb', 'relational'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html',
  scope: 'spanning',
  family: 'relational',
  parents: ['vpc'],
  size: SERVICE,
  tierRole: 'database',
  settings: z.object({
    engine: choice(ENGINES, { label: 'Engine', default: 'mysql', section: 'Basics' }),
    instanceClass: suggest({
      label: 'Instance class',
      default: 'db.t4g.medium',
      suggestions: 'rds',
      section: 'Basics',
    }),
    storageGb: integer({ label: 'Storage', unit: 'GB', min: 20, max: 65536, default: 100, section: 'Capacity' }),
    storageType: choice({ gp3: 'gp3', gp2: 'gp2' }, { label: 'Storage type', default: 'gp3', section: 'Capacity' }),
    maxConnections: usage({
      label: 'Connections at most',
      help: 'Not stated: what the engine works out from the memory of the class.',
      max: 100_000,
      section: 'Capacity',
    }),
    purchase: nodePurchase(),
    hoursPerMonth: hoursPerMonth(),
    multiAz: toggle({
      label: 'Multi-AZ',
      help: 'Keeps a standby in another Availability Zone and fails over to it by itself.',
      default: false,
      section: 'Protection',
    }),
    backupRetentionDays: integer({
      label: 'Backups kept',
      unit: 'days',
      min: 0,
      max: 35,
      default: 7,
      section: 'Protection',
    }),
    encrypted: toggle({ label: 'Encrypted storage', default: true, section: 'Protection' }),
    minorUpgrades: toggle({
      label: 'Minor upgrades by itself',
      help: 'Installs new minor versions of the engine in the maintenance window.',
      default: true,
      section: 'Protection',
    }),
    backupGb: usage({
      label: 'Backups beyond the storage',
      unit: 'GB',
      help: 'Backups up to the size of the storage are free.',
      placeholder: 'None',
    }),
    averageCpu: averageCpu(),
    requireTls: toggle({
      label: 'Encrypted connections only',
      help: 'Refuses clients that do not speak TLS.',
      default: false,
      section: 'Protection',
    }),
    deletionProtection: toggle({ label: 'Deletion protection', default: true, section: 'Protection' }),
    publiclyAccessible: toggle({
      label: 'Publicly accessible',
      help: 'Gives the database an address on the internet.',
      default: false,
      section: 'Network',
    }),
    databaseName: text({
      label: 'First database',
      default: 'app',
      maxLength: 63,
      pattern: /^[A-Za-z][A-Za-z0-9_]*$/,
      form: 'a letter, then letters, digits and underscores, such as app',
      section: 'Basics',
    }),
    extraIngress: ingressRules(),
  }),
  headline: ({ instanceClass, multiAz }) => `${instanceClass} · ${multiAz ? 'Multi-AZ' : 'Single-AZ'}`,
  traits: ({ engine, multiAz, publiclyAccessible, requireTls }, place) => {
    const [first, second] = subnetPerAz(place);
    const members: Member[] = first ? [{ subnet: first.id, role: 'primary', count: 1 }] : [];
    if (multiAz && second) members.push({ subnet: second.id, role: 'standby', count: 1 });
    const copies = multiAz ? 2 : 1;
    return {
      role: 'database',
      stateful: true,
      copies: { min: copies, desired: copies, max: copies },
      members,
      listens: [{ protocol: 'tcp', port: engine === 'postgres' ? 5432 : 3306 }],
      inVpc: true,
      publicAddress: publiclyAccessible,
      encryptsTransit: requireTls || null,
    };
  },
});
