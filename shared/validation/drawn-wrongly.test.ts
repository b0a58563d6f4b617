import { describe, expect, it } from 'vitest';
import { applyDiff } from '../model/diff';
import { buildDesign, type DesignBuilder } from '../testing/builder';
import { countingIds } from '../testing/new-id';
import { bothZones, buildHealthySite, buildSite, STATELESS } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import type { Finding } from './rule';
import { validate } from './validate';

/* Small designs as people draw them: each fault once, and nothing that is wrong. */

const find = (builder: DesignBuilder): readonly Finding[] => validate(resolve(builder.build())).findings;
const keysOf = (builder: DesignBuilder): string[] => find(builder).map(({ key }) => key);
const messageOf = (builder: DesignBuilder, rule: string): string =>
  find(builder).find(({ ruleId }) => ruleId === rule)?.message ?? `nothing of ${rule}`;

const database = (settings = {}) => ({
  parent: 'vpc',
  tier: 'tier-database',
  subnets: bothZones('database'),
  settings,
});

/** Two web servers with addresses of their own, one in each zone, and one database. */
const serversInBothZones = (): DesignBuilder => {
  const builder = buildSite().add('db', 'rds-instance', database());
  for (const zone of ['a', 'b'])
    builder
      .add(`server-${zone}`, 'ec2-instance', {
        parent: `load-balancing-${zone}`,
        tier: 'tier-web',
        settings: { ...STATELESS, publicIp: true },
      })
      .connect('traffic', 'users', `server-${zone}`)
      .connect('data', `server-${zone}`, 'db');
  return builder;
};

/** A database in Ireland that one in Virginia replicates to, or to a second VPC of the same Region. */
function replicated(code: string): DesignBuilder {
  const builder = buildDesign();
  for (const [side, region, range] of [
    ['home', 'us-east-1', '10.0'],
    ['copy', code, '10.1'],
  ] as const) {
    const place = region === 'us-east-1' ? 'home-region' : 'copy-region';
    builder
      .add(place, 'region', { settings: { code: region } })
      .add(`${side}-vpc`, 'vpc', { parent: place, settings: { cidr: `${range}.0.0/16` } });
    for (const [at, letter] of ['a', 'b'].entries())
      builder
        .add(`${side}-az-${letter}`, 'availability-zone', { parent: `${side}-vpc`, settings: { zone: letter } })
        .add(`${side}-${letter}`, 'subnet', {
          parent: `${side}-az-${letter}`,
          settings: { exposure: 'isolated', cidr: `${range}.${at}.0/24` },
        });
    builder.add(side, 'rds-instance', {
      parent: `${side}-vpc`,
      subnets: [`${side}-a`, `${side}-b`],
      settings: { multiAz: true },
    });
  }
  return builder.connect('replicates', 'home', 'copy');
}

describe('a database without standby under servers in two zones', () => {
  it('is one fault, not a zone beside it', () => {
    const keys = keysOf(serversInBothZones()).filter((key) => key.startsWith('AVL-'));
    expect(keys).toEqual(['AVL-03:server-a', 'AVL-05:db']);
  });
});

describe('two servers beside a database that has subnets in both zones and runs in one', () => {
  it('are spread by the fix of their tier', () => {
    const builder = buildSite()
      .add('db', 'aurora-cluster', { parent: 'vpc', tier: 'tier-web', subnets: bothZones('web') })
      .add('one', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: STATELESS })
      .add('two', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: STATELESS })
      .connect('traffic', 'users', 'one')
      .connect('data', 'one', 'db');
    const design = builder.build();
    const fix = find(builder).find(({ key }) => key === 'AVL-01:tier-web')?.fixes[0];
    const diff = fix?.apply?.(design, countingIds());
    const mended = diff?.ok ? applyDiff(design, diff.value) : undefined;
    if (!mended?.ok) throw new Error('There is no fix that applies.');
    const keys = validate(resolve(mended.value)).findings.map(({ key }) => key);
    expect(keys).not.toContain('AVL-01:tier-web');
  });
});

describe('a read replica that nobody reads', () => {
  it('needs no standby of its own', () => {
    const design = buildHealthySite().add('replica', 'rds-instance', database()).connect('replicates', 'db', 'replica');
    expect(keysOf(design).filter((key) => key.startsWith('AVL-'))).toEqual([]);
  });

  it('needs none as the stand-in of another Region either', () => {
    const keys = keysOf(
      replicated('eu-west-1')
        .add('copy', 'rds-instance', {
          parent: 'copy-vpc',
          subnets: ['copy-a', 'copy-b'],
        })
        .connect('failover', 'home', 'copy'),
    );
    expect(keys.filter((key) => key.startsWith('AVL-'))).toEqual([]);
  });

  it('adds nothing to what is said of the database that it copies', () => {
    const design = buildHealthySite()
      .add('db', 'rds-instance', database())
      .add('replica', 'rds-instance', database())
      .connect('replicates', 'db', 'replica');
    expect(keysOf(design).filter((key) => key.startsWith('AVL-'))).toEqual(['AVL-05:db']);
  });

  it('needs one once servers wait for it', () => {
    const design = buildHealthySite()
      .add('replica', 'rds-instance', database())
      .connect('replicates', 'db', 'replica')
      .connect('data', 'web', 'replica');
    expect(keysOf(design)).toContain('AVL-05:replica');
  });
});

describe('replication of a database', () => {
  it('reaches another Region by itself', () => {
    expect(keysOf(replicated('eu-west-1'))).not.toContain('CON-07:copy');
  });

  it('does not reach another VPC of its Region', () => {
    expect(keysOf(replicated('us-east-1'))).toContain('CON-07:copy');
  });
});

describe('a NAT gateway in another zone', () => {
  it('is no fault of subnets from which nothing calls out', () => {
    const design = buildHealthySite()
      .add('nat-b', 'group', { parent: 'vpc' })
      .add('web-b', 'subnet', {
        parent: 'az-b',
        tier: 'tier-web',
        settings: { exposure: 'isolated', cidr: '10.0.3.0/24' },
      })
      .add('inside-a', 'subnet', { parent: 'az-a', settings: { cidr: '10.0.20.0/24' } })
      .add('inside-b', 'subnet', { parent: 'az-b', settings: { cidr: '10.0.21.0/24' } })
      .add('inside', 'application-load-balancer', {
        parent: 'vpc',
        subnets: ['inside-a', 'inside-b'],
        settings: { scheme: 'internal' },
      })
      .connect('traffic', 'inside', 'web');
    expect(keysOf(design)).not.toContain('AVL-07:nat');
  });
});

describe('a site without machines', () => {
  it('is watched like any other', () => {
    const design = buildDesign()
      .add('users', 'users')
      .add('region', 'region')
      .add('api', 'api-gateway', { parent: 'region' })
      .add('orders', 'lambda-function', { parent: 'region' })
      .connect('traffic', 'users', 'api')
      .connect('traffic', 'api', 'orders');
    expect(messageOf(design, 'OPS-01')).toContain('No alarm watches api and orders.');
  });
});

describe('what nothing uses', () => {
  it('is said to cost something only where it does', () => {
    const design = buildHealthySite()
      .add('queue', 'sqs-queue', { parent: 'region' })
      .add('table', 'dynamodb-table', { parent: 'region' })
      .add('busy-table', 'dynamodb-table', { parent: 'region', settings: { billingMode: 'provisioned' } });
    expect(keysOf(design).filter((key) => key.startsWith('COST-07'))).toEqual(['COST-07:busy-table']);
    expect(keysOf(design)).toEqual(expect.arrayContaining(['CON-09:queue', 'CON-09:table']));
  });
});

describe('a single machine that its users cannot reach', () => {
  const box = (): DesignBuilder =>
    buildSite()
      .add('box', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: STATELESS })
      .connect('traffic', 'users', 'box');

  it('is told apart from being alone', () => {
    expect(keysOf(box())).toEqual(expect.arrayContaining(['CON-07:box', 'AVL-02:tier-web']));
  });
});

describe('files of users in a closed bucket', () => {
  const direct = (content: string): DesignBuilder =>
    buildHealthySite()
      .add('files', 's3-bucket', { parent: 'region', settings: { content, versioning: true } })
      .connect('traffic', 'users', 'files');

  it('may be read with addresses that a program signs', () => {
    expect(keysOf(direct('user'))).toEqual([]);
    expect(keysOf(direct('static'))).toEqual(['NET-10:files']);
  });
});

describe('a machine on the internet', () => {
  const over = (settings: Record<string, string>): DesignBuilder =>
    buildSite()
      .add('box', 'ec2-instance', {
        parent: 'load-balancing-a',
        tier: 'tier-web',
        settings: { ...STATELESS, publicIp: true },
      })
      .connect('traffic', 'users', 'box', settings);

  it('answers in plain HTTP where somebody says so', () => {
    expect(keysOf(over({ protocol: 'http' }))).toContain('ENC-01:box');
    expect(keysOf(over({}))).not.toContain('ENC-01:box');
    expect(keysOf(over({ protocol: 'https' }))).not.toContain('ENC-01:box');
  });
});

describe('a table with fixed units', () => {
  it('cannot follow its users', () => {
    const design = buildHealthySite()
      .add('orders', 'dynamodb-table', { parent: 'region', settings: { billingMode: 'provisioned', readUnits: 1 } })
      .connect('data', 'web', 'orders');
    expect(messageOf(design, 'SCA-01')).toContain('orders takes 1 read unit and 5 write units a second, and refuses');
  });
});

describe('logs that are kept for ever', () => {
  it('are found in CloudWatch as in a bucket', () => {
    const design = buildHealthySite().add('web', 'auto-scaling-group', {
      parent: 'vpc',
      tier: 'tier-web',
      subnets: bothZones('web'),
      settings: { ...STATELESS, logRetention: 'forever' },
    });
    expect(keysOf(design)).toEqual(['COST-08:web']);
  });
});

describe('messages', () => {
  it('agree with how many they speak of', () => {
    const oneNat = buildHealthySite()
      .add('nat-b', 'group', { parent: 'vpc' })
      .add('files', 's3-bucket', { parent: 'region', settings: { content: 'user', versioning: true } })
      .connect('data', 'web', 'files');
    expect(messageOf(oneNat, 'AVL-07')).toContain(
      'web-b in us-east-1b reaches the internet through nat in us-east-1a. When us-east-1a fails, it loses its way out too',
    );
    expect(messageOf(oneNat, 'COST-06')).toContain('What web and files exchange goes through a NAT gateway');
    const shut = buildSite()
      .add('box', 'ec2-instance', { parent: 'database-a', settings: STATELESS })
      .add('queue', 'sqs-queue', { parent: 'region' })
      .add('files', 's3-bucket', { parent: 'region' })
      .connect('async', 'box', 'queue')
      .connect('data', 'box', 'files');
    expect(messageOf(shut, 'CON-05')).toContain('connects to queue and files, which lie outside the VPC');
    const fixed = serversInBothZones()
      .connect('session', 'server-a', 'db', { addressing: 'address' })
      .connect('session', 'server-b', 'db', { addressing: 'address' });
    expect(messageOf(fixed, 'STA-08')).toContain('Calls from server-a and server-b go to db');
    expect(messageOf(fixed, 'STA-04')).toContain('Sessions of server-a and server-b are kept in db');
  });

  it('speak of work where nobody waits for an answer', () => {
    const design = buildSite()
      .add('tier-jobs', 'tier', { parent: 'vpc', settings: { role: 'ancillary' } })
      .add('worker', 'ec2-instance', { parent: 'web-a', tier: 'tier-jobs' });
    expect(messageOf(design, 'AVL-02')).toContain('When it fails or restarts, the work lies where it is.');
  });

  it('name a caller once, however many connections it has', () => {
    const design = buildHealthySite()
      .add('web', 'auto-scaling-group', {
        parent: 'vpc',
        tier: 'tier-web',
        subnets: bothZones('web'),
        settings: { ...STATELESS, max: 200 },
      })
      .connect('session', 'web', 'db');
    const finding = find(design).find(({ ruleId }) => ruleId === 'SCA-07');
    expect(finding?.message).toContain('Whether that is enough for web when scaled out is not stated.');
    expect(finding?.subjects.elements).toEqual(['db', 'web']);
  });
});
