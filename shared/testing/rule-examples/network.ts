import type { JsonObject } from '../../util/json';
import type { DesignBuilder } from '../builder';
import { bothZones, buildHealthySite, type RuleExample, STATELESS } from './healthy-site';

const withSettings = (settings: JsonObject, tier = 'web') => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets: bothZones(tier),
  settings,
});

const opened = (port: number, cidr: string) => ({
  extraIngress: [{ protocol: 'tcp', fromPort: port, toPort: port, cidr }],
});

/** An app tier behind the web tier, which uses the database too or leaves it to the app servers. */
const buildAppTier = (past: boolean): DesignBuilder => {
  const site = buildHealthySite()
    .add('tier-app', 'tier', { parent: 'vpc', settings: { role: 'app', exposure: 'private' } })
    .add('app', 'auto-scaling-group', { ...withSettings(STATELESS), tier: 'tier-app' })
    .add('inner', 'application-load-balancer', withSettings({ scheme: 'internal', deletionProtection: true }))
    .connect('traffic', 'web', 'app')
    .connect('traffic', 'web', 'inner')
    .connect('traffic', 'inner', 'app')
    .connect('data', 'app', 'orders')
    .connect('monitors', 'alarm', 'inner')
    .connect('monitors', 'alarm', 'app')
    .add('orders', 'rds-instance', withSettings({ multiAz: true }, 'database'))
    .connect('monitors', 'alarm', 'orders');
  return past ? site.connect('data', 'web', 'orders') : site;
};

export const networkExamples: Readonly<Record<string, RuleExample>> = {
  'NET-01': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('db', 'rds-instance', {
        parent: 'vpc',
        tier: 'tier-database',
        subnets: bothZones('load-balancing'),
        settings: {
          multiAz: true,
          publiclyAccessible: true,
          extraIngress: [{ protocol: 'tcp', fromPort: 3306, toPort: 3306, cidr: '0.0.0.0/0' }],
        },
      }),
    subject: 'db',
  },
  'NET-02': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add(
        'db',
        'rds-instance',
        withSettings({ multiAz: true, ...opened(3306, '198.51.100.0/24') }, 'database'),
      ),
    subject: 'db',
  },
  'NET-03': {
    good: buildHealthySite,
    bad: () => buildHealthySite().add('web', 'auto-scaling-group', withSettings({ ...STATELESS, publicIp: true })),
    subject: 'web',
  },
  'NET-05': {
    good: () =>
      buildHealthySite()
        .add('office', 'office')
        .add('bastion', 'bastion-host', { parent: 'load-balancing-a' })
        .connect('admin', 'office', 'bastion')
        .connect('admin', 'bastion', 'web'),
    bad: () =>
      buildHealthySite()
        .add('office', 'office')
        .add('bastion', 'bastion-host', { parent: 'load-balancing-a' })
        .add('bastion-2', 'bastion-host', { parent: 'load-balancing-b' })
        .connect('admin', 'office', 'bastion')
        .connect('admin', 'office', 'bastion-2')
        .connect('admin', 'bastion-2', 'web'),
    subject: 'vpc',
  },
  'NET-07': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('web', 'auto-scaling-group', withSettings({ ...STATELESS, ...opened(8080, '0.0.0.0/0') })),
    subject: 'web',
  },
  'NET-08': { good: () => buildAppTier(false), bad: () => buildAppTier(true), subject: 'web' },
  'NET-09': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('db', 'rds-instance', {
        ...withSettings({ multiAz: true }, 'database'),
        subnets: bothZones('web'),
      }),
    subject: 'db',
  },
  'NET-10': {
    good: buildHealthySite,
    bad: () => buildHealthySite().connect('traffic', 'users', 'static'),
    subject: 'static',
  },
  'NET-04': {
    good: () =>
      buildHealthySite()
        .add('office', 'office')
        .add('bastion', 'bastion-host', { parent: 'load-balancing-a' })
        .connect('admin', 'office', 'bastion')
        .connect('admin', 'bastion', 'web'),
    bad: () =>
      buildHealthySite()
        .add('bastion', 'bastion-host', { parent: 'load-balancing-a' })
        .connect('admin', 'users', 'bastion'),
    subject: 'bastion',
  },
};
