import { z } from 'zod';
import { averageCpu } from '../compute-fields';
import { choice, ingressRules, integer, suggest, text, toggle, usage } from '../fields';
import { defineKind, spreadOverAzs } from '../kind';
import { nodePurchase } from '../purchase';
import { SERVICE } from '../sizes';

export const auroraCluster = defineKind({
  kind: 'aurora-cluster',
  title: 'Amazon Aurora cluster',
  newName: 'Aurora cluster',
  category: 'Database',
  icon: 'architecture-service/AmazonAurora',
  summary:
    'A MySQL- or PostgreSQL-compatible cluster: one writer, readers that take over, storage copied over three Availability Zones.',
  keywords: ['sql', 'mysql', 'postgresql', 'relational', 'rds'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html',
  scope: 'spanning',
  family: 'relational',
  parents: ['vpc'],
  size: SERVICE,
  tierRole: 'database',
  settings: z.object({
    engine: choice(
      { 'aurora-mysql': 'Aurora MySQL', 'aurora-postgresql': 'Aurora PostgreSQL' },
      { label: 'Engine', default: 'aurora-mysql', section: 'Basics' },
    ),
    instanceClass: suggest({
      label: 'Instance class',
      default: 'db.r6g.large',
      suggestions: 'aurora',
      section: 'Basics',
    }),
    instances: integer({
      label: 'Instances',
      help: 'One writer; all others are readers that can take over.',
      min: 1,
      max: 16,
      default: 1,
      section: 'Capacity',
    }),
    maxConnections: usage({
      label: 'Connections at most',
      help: 'Not stated: what the engine works out from the memory of the class.',
      max: 100_000,
      section: 'Capacity',
    }),
    purchase: nodePurchase(),
    storageGb: usage({ label: 'Data stored', unit: 'GB' }),
    ioMillions: usage({ label: 'I/O requests', unit: 'million a month' }),
    capacityUnits: usage({
      label: 'Capacity units of each instance',
      unit: 'ACU on average',
      help: 'For the class db.serverless.',
      max: 256,
    }),
    backupGb: usage({ label: 'Backups beyond the first day', unit: 'GB' }),
    backupRetentionDays: integer({
      label: 'Backups kept',
      unit: 'days',
      min: 1,
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
    averageCpu: averageCpu(),
    requireTls: toggle({
      label: 'Encrypted connections only',
      help: 'Refuses clients that do not speak TLS.',
      default: false,
      section: 'Protection',
    }),
    deletionProtection: toggle({ label: 'Deletion protection', default: true, section: 'Protection' }),
    publiclyAccessible: toggle({ label: 'Publicly accessible', default: false, section: 'Network' }),
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
  headline: ({ instanceClass, instances }) =>
    `${instanceClass} · ${instances === 1 ? '1 instance' : `${instances} instances`}`,
  traits: ({ engine, instances, publiclyAccessible, requireTls }, place) => ({
    role: 'database',
    stateful: true,
    copies: { min: instances, desired: instances, max: instances },
    members: spreadOverAzs(place, instances).map((member, index) => ({
      ...member,
      role: index === 0 ? 'primary' : 'replica',
    })),
    listens: [{ protocol: 'tcp', port: engine === 'aurora-postgresql' ? 5432 : 3306 }],
    inVpc: true,
    publicAddress: publiclyAccessible,
    encryptsTransit: requireTls || null,
  }),
});
