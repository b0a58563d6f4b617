import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import type { DesignBuilder } from '../testing/builder';
import { bothZones, buildHealthySite, buildSite, STATELESS } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { gatherFacts } from './facts';
import { rules } from './rules';
import { validate } from './validate';

/* What two rules say of one cause: designs in which both find something, of which people are told once. */

const inVpc = (tier: string, settings: JsonObject = {}, subnets = bothZones(tier)) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets,
  settings,
});
const open = (fromPort: number, toPort: number) => ({
  extraIngress: [{ protocol: 'tcp', fromPort, toPort, cidr: '0.0.0.0/0' }],
});
const OFF_SUBNET = { cidr: '10.200.0.0/28', exposure: 'private' };

/** What is found before echoes are dropped. */
function findRaw(design: Design): string[] {
  const topology = resolve(design);
  const facts = gatherFacts(topology);
  return rules.flatMap((rule) => rule.check(topology, facts).map(({ elements }) => `${rule.id}:${elements[0] ?? ''}`));
}

const findAll = (design: Design): string[] => validate(resolve(design)).findings.map(({ key }) => key);

interface Echo {
  readonly cause: string;
  readonly echo: string;
  readonly draw: () => DesignBuilder;
  /** Connections of the healthy site that are not there. */
  readonly without?: readonly string[];
}

const build = ({ draw, without = [] }: Echo): Design => {
  const design = draw().build();
  return { ...design, connections: new Map([...design.connections].filter(([id]) => !without.includes(id))) };
};

const ECHOES: readonly Echo[] = [
  {
    cause: 'AVL-06:cache',
    echo: 'AVL-12:cache',
    draw: () => buildHealthySite().add('cache', 'elasticache-redis', inVpc('cache')),
  },
  {
    cause: 'AVL-06:cache',
    echo: 'STA-05:cache',
    draw: () =>
      buildHealthySite().add('cache', 'elasticache-redis', inVpc('cache', { replicas: 0, snapshotRetentionDays: 0 })),
  },
  {
    cause: 'AVL-08:proxy',
    echo: 'AVL-12:proxy',
    draw: () =>
      buildSite()
        .add('proxy', 'ec2-instance', {
          parent: 'load-balancing-a',
          tier: 'tier-load-balancing',
          settings: { role: 'load-balancer', publicIp: true },
        })
        .add('web', 'auto-scaling-group', inVpc('web', STATELESS))
        .connect('traffic', 'users', 'proxy')
        .connect('traffic', 'proxy', 'web'),
  },
  {
    cause: 'AVL-09:own',
    echo: 'AVL-12:own',
    draw: () =>
      buildHealthySite()
        .add('own', 'ec2-instance', { parent: 'database-a', settings: { role: 'database' } })
        .connect('data', 'web', 'own'),
  },
  {
    cause: 'AVL-10:files',
    echo: 'AVL-12:files',
    draw: () =>
      buildHealthySite()
        .add('files', 'efs', { parent: 'vpc', subnets: ['web-a'], settings: { oneZone: true } })
        .connect('data', 'web', 'files'),
  },
  {
    cause: 'NET-01:db',
    echo: 'CON-07:db',
    draw: () => buildHealthySite().connect('data', 'users', 'db'),
  },
  {
    cause: 'NET-01:db',
    echo: 'NET-02:db',
    draw: () =>
      buildHealthySite().add(
        'db',
        'rds-instance',
        inVpc('database', { multiAz: true, publiclyAccessible: true, ...open(5432, 5432) }),
      ),
  },
  {
    cause: 'CON-08:app',
    echo: 'CON-09:tier-app',
    draw: () =>
      buildHealthySite()
        .add('tier-app', 'tier', { parent: 'vpc', settings: { role: 'app' } })
        .add('app', 'ec2-instance', { parent: 'web-a', tier: 'tier-app', settings: { role: 'app', ...STATELESS } })
        .connect('traffic', 'app', 'users'),
  },
  {
    cause: 'NET-04:web',
    echo: 'NET-05:vpc',
    draw: () =>
      buildHealthySite()
        .add('web', 'auto-scaling-group', inVpc('web', { ...STATELESS, ...open(22, 22) }))
        .add('other', 'ec2-instance', { parent: 'web-a', settings: open(22, 22) }),
  },
  {
    cause: 'NET-04:web',
    echo: 'NET-07:web',
    draw: () => buildHealthySite().add('web', 'auto-scaling-group', inVpc('web', { ...STATELESS, ...open(22, 22) })),
  },
  {
    cause: 'AVL-12:auth',
    echo: 'SCA-01:auth',
    draw: () =>
      buildHealthySite()
        .add('tier-app', 'tier', { parent: 'vpc', settings: { role: 'app' } })
        .add('auth', 'ec2-instance', { parent: 'web-a', tier: 'tier-app', settings: { role: 'app' } })
        .add('ledger', 'dynamodb-table', { parent: 'region' })
        .add('part', 'ec2-instance', { parent: 'web-b', tier: 'tier-app', settings: { role: 'app' } })
        .connect('traffic', 'web', 'auth')
        .connect('traffic', 'web', 'part')
        .connect('data', 'auth', 'ledger'),
  },
  {
    cause: 'AVL-02:tier-web',
    echo: 'SCA-03:alb',
    without: ['users-traffic-cdn'],
    draw: () =>
      buildHealthySite().add('web', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: STATELESS }),
  },
  {
    cause: 'AVL-05:db',
    echo: 'SCA-04:db',
    without: ['web-session-cache'],
    draw: () =>
      buildHealthySite().add('db', 'rds-instance', inVpc('database')).connect('data', 'web', 'db', { access: 'read' }),
  },
  {
    cause: 'STA-07:web',
    echo: 'STA-06:tier-web',
    draw: () =>
      buildHealthySite().add(
        'web',
        'auto-scaling-group',
        inVpc('web', { ...STATELESS, localFiles: 'yes', dataDisk: 'instance' }),
      ),
  },
  {
    cause: 'AVL-03:web',
    echo: 'CON-07:web',
    without: ['alb-traffic-web'],
    draw: () => buildHealthySite().connect('traffic', 'users', 'web'),
  },
  {
    cause: 'CON-04:nat-z',
    echo: 'COST-07:nat-z',
    draw: () => buildHealthySite().add('nat-z', 'nat-gateway', { parent: 'database-a' }),
  },
  {
    cause: 'CON-02:stray',
    echo: 'SCA-09:stray',
    draw: () =>
      buildHealthySite()
        .add('stray', 'subnet', { parent: 'az-a', settings: OFF_SUBNET })
        .add('jobs', 'auto-scaling-group', {
          parent: 'vpc',
          subnets: ['stray'],
          settings: { min: 2, desired: 2, max: 40, ...STATELESS },
        }),
  },
];

describe('what only repeats another finding', () => {
  it.each(ECHOES)('$echo is left out beside $cause', (item) => {
    const { cause, echo } = item;
    expect(findRaw(build(item))).toEqual(expect.arrayContaining([cause, echo]));
    const told = findAll(build(item));
    expect(told).toContain(cause);
    expect(told).not.toContain(echo);
  });

  it('is no way past the app servers because nothing spreads the traffic in front of it', () => {
    const draw = (): DesignBuilder =>
      buildHealthySite()
        .add('tier-app', 'tier', { parent: 'vpc', settings: { role: 'app' } })
        .add('app', 'auto-scaling-group', { ...inVpc('web', STATELESS), tier: 'tier-app' })
        .connect('traffic', 'users', 'web')
        .connect('traffic', 'web', 'app')
        .connect('data', 'app', 'db');
    const told = findAll(build({ cause: '', echo: '', draw, without: ['alb-traffic-web'] }));
    expect(told).toEqual(expect.arrayContaining(['AVL-03:web', 'NET-08:web']));
  });

  it('is no zone of which another zone is told', () => {
    const draw = (): DesignBuilder =>
      buildHealthySite()
        .add('web', 'auto-scaling-group', inVpc('web', STATELESS, ['web-b']))
        .add('one', 'ec2-instance', { parent: 'web-a', settings: STATELESS })
        .add('two', 'ec2-instance', { parent: 'web-a', settings: STATELESS })
        .connect('traffic', 'alb', 'one')
        .connect('traffic', 'alb', 'two');
    const told = findAll(draw().build()).filter((key) => key.startsWith('AVL-'));
    expect(told).toEqual(['AVL-01:tier-web', 'AVL-12:az-a']);
  });
});
