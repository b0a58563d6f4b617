import { bothZones, buildHealthySite, type RuleExample } from './healthy-site';

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
  'NET-04': {
    good: () =>
      buildHealthySite()
        .add('office', 'office')
        .add('bastion', 'bastion-host', { parent: 'load-balancing-a' })
        .connect('admin', 'office', 'bastion'),
    bad: () =>
      buildHealthySite()
        .add('bastion', 'bastion-host', { parent: 'load-balancing-a' })
        .connect('admin', 'users', 'bastion'),
    subject: 'bastion',
  },
};
