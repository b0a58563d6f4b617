import { buildHealthySite, type RuleExample } from './healthy-site';

export const connectivityExamples: Readonly<Record<string, RuleExample>> = {
  'CON-01': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('stray', 'subnet', {
        parent: 'vpc',
        settings: { exposure: 'isolated', cidr: '10.0.99.0/24' },
      }),
    subject: 'stray',
  },
  'CON-02': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('extra', 'subnet', {
        parent: 'az-a',
        settings: { exposure: 'isolated', cidr: '10.0.1.128/25' },
      }),
    subject: 'extra',
  },
  'CON-03': {
    good: buildHealthySite,
    bad: () => buildHealthySite().add('worker', 'ec2-instance', { parent: 'vpc' }),
    subject: 'worker',
  },
  'CON-04': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('odd', 'subnet', {
        parent: 'az-a',
        settings: { exposure: 'private', cidr: '10.0.99.0/24', defaultRoute: 'internet-gateway' },
      }),
    subject: 'odd',
  },
};
