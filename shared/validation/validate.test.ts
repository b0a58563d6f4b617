import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { architectureArbitrary, nonsenseArbitrary } from '../testing/arbitraries';
import { buildDesign, buildNetwork } from '../testing/builder';
import { buildHealthySite, buildSite, GUARDED, STATELESS } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import type { Rule } from './rule';
import { rules } from './rules';
import { validate } from './validate';

const check = (design: Design) => validate(resolve(design));
const keys = (design: Design) => check(design).findings.map(({ status, key }) => `${status} ${key}`);

const spanning = (tier: string, subnets: readonly string[], settings = {}) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets,
  settings,
});

/** One zone, one instance, one database: what most people draw first. */
const buildStarter = () =>
  buildNetwork(['a'], { web: 'public', database: 'isolated' })
    .add('users', 'users')
    .add('server', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: { publicIp: true } })
    .add('db', 'rds-instance', spanning('database', ['database-a']))
    .connect('traffic', 'users', 'server')
    .connect('data', 'server', 'db');

describe('validate', () => {
  it('says nothing about an empty design', () => {
    expect(check(buildDesign().build())).toEqual({
      findings: [],
      waived: [],
      waivers: [],
      counts: { error: 0, warning: 0, info: 0, unknown: 0 },
    });
  });

  it('reports each cause once, without its echoes', () => {
    expect(keys(buildStarter().build())).toEqual([
      'fail AVL-02:tier-web',
      'fail AVL-05:db',
      'fail OPS-01:region',
      'fail OPS-02:region',
    ]);
  });

  it('reports a tier in one zone, not the zone beside it', () => {
    const design = buildHealthySite()
      .add('web', 'auto-scaling-group', spanning('web', ['web-b'], STATELESS))
      .build();
    expect(keys(design)).toEqual(['fail AVL-01:tier-web']);
  });

  it('lets a broken design hide other faults of the same element', () => {
    const design = buildHealthySite()
      .add('db', 'rds-instance', { parent: 'database-a', tier: 'tier-database', subnets: ['database-a'] })
      .build();
    expect(keys(design)).toEqual(['fail CON-03:db']);
  });

  it('weighs availability and state one step less in development', () => {
    const severities = (environment: string) =>
      check(
        buildHealthySite()
          .add('db', 'rds-instance', spanning('database', ['database-a', 'database-b'], { publiclyAccessible: true }))
          .add(
            'web',
            'auto-scaling-group',
            spanning('web', ['web-a', 'web-b'], { ...STATELESS, sessionStore: 'memory', localFiles: 'yes' }),
          )
          .settings({ environment, monthlyBudget: 2000 })
          .build(),
      ).findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
    expect(severities('production')).toEqual(['NET-01 error', 'AVL-05 error', 'STA-06 error', 'COST-02 info']);
    expect(severities('development')).toEqual(['NET-01 error', 'AVL-05 warning', 'STA-06 warning']);
  });

  it('counts faults by severity and questions apart', () => {
    const design = buildSite()
      .add('alb', 'application-load-balancer', {
        ...spanning('load-balancing', ['load-balancing-a', 'load-balancing-b'], { ...GUARDED, stickiness: true }),
      })
      .add('web', 'auto-scaling-group', spanning('web', ['web-a', 'web-b']))
      .connect('traffic', 'users', 'alb')
      .connect('traffic', 'alb', 'web')
      .build();
    const { counts, findings } = check(design);
    const about = (id: string) => findings.filter(({ subjects }) => subjects.elements.includes(id));
    expect(counts).toEqual({ error: 0, warning: 3, info: 1, unknown: 2 });
    expect(about('web').map(({ ruleId }) => ruleId)).toEqual(['OPS-01', 'OPS-02', 'SCA-03', 'STA-06', 'STA-02']);
    expect(about('alb').map(({ ruleId }) => ruleId)).toEqual(['STA-03', 'OPS-01', 'SCA-03']);
  });

  it('turns a rule that throws into one finding and goes on', () => {
    const broken: Rule = {
      id: 'AVL-99',
      group: 'availability',
      severity: 'error',
      title: 'Breaks',
      why: 'For this test.',
      trigger: 'Always.',
      guide: [],
      references: [],
      check: () => {
        throw new Error('boom');
      },
    };
    const { findings } = validate(resolve(buildStarter().build()), { rules: [broken, ...rules] });
    expect(findings.map(({ key }) => key)).toEqual([
      'AVL-02:tier-web',
      'AVL-05:db',
      'OPS-01:region',
      'OPS-02:region',
      'INTERNAL:AVL-99',
    ]);
    expect(findings[4]?.message).toContain('AVL-99 (Breaks) stopped with an error: boom.');
  });

  it('keeps the key of a finding while other things change', () => {
    const one = buildHealthySite().add('web', 'auto-scaling-group', spanning('web', ['web-a'], STATELESS));
    const [before] = check(one.build()).findings;
    const [after] = check(
      one
        .add('web2', 'auto-scaling-group', spanning('web', ['web-a'], STATELESS))
        .connect('traffic', 'alb', 'web2')
        .build(),
    ).findings;
    expect(after?.subjects.elements).toEqual(['tier-web', 'web', 'web2']);
    expect(after?.key).toBe(before?.key);
  });
});

describe('questions', () => {
  it('ask where sessions and files are, once a tier, and name the setting', () => {
    const design = buildHealthySite()
      .add('web', 'auto-scaling-group', spanning('web', ['web-a', 'web-b'], { logRetention: '30' }))
      .build();
    expect(
      check({ ...design, connections: new Map([...design.connections].filter(([id]) => !id.includes('session'))) })
        .findings,
    ).toMatchObject([
      { key: 'COST-07:cache', status: 'fail' },
      { ruleId: 'STA-06', status: 'unknown', ask: { element: 'web', setting: 'localFiles' } },
      { ruleId: 'STA-02', status: 'unknown', ask: { element: 'web', setting: 'sessionStore' } },
    ]);
  });

  it('do not ask about sessions when a session connection is drawn', () => {
    const design = buildHealthySite()
      .add('web', 'auto-scaling-group', spanning('web', ['web-a', 'web-b'], { localFiles: 'no', logRetention: '30' }))
      .build();
    expect(keys(design)).toEqual([]);
  });

  it('ask who uses a design without actors', () => {
    const design = buildHealthySite().build();
    const elements = new Map(design.elements);
    const connections = new Map(design.connections);
    elements.delete('users');
    connections.delete('users-traffic-alb');
    const { findings, counts } = check({ ...design, elements, connections });
    expect(counts).toEqual({ error: 0, warning: 0, info: 0, unknown: 1 });
    expect(findings).toMatchObject([
      { ruleId: 'AVL-12', status: 'unknown', question: expect.stringContaining('Who uses this design?') },
    ]);
  });

  it('ask for the address range of a subnet that has none', () => {
    const design = buildHealthySite()
      .add('new', 'subnet', { parent: 'az-a', settings: { exposure: 'isolated' } })
      .build();
    expect(check(design).findings).toMatchObject([
      { ruleId: 'CON-02', status: 'unknown', ask: { element: 'new', setting: 'cidr' } },
    ]);
  });
});

describe('validation as a whole', () => {
  it('survives 200 drawings without sense and gives the same result twice', () => {
    fc.assert(
      fc.property(nonsenseArbitrary, (design) => {
        const first = check(design);
        expect(first.findings.filter(({ ruleId }) => ruleId === 'INTERNAL')).toEqual([]);
        expect(JSON.stringify(check(design).findings)).toBe(JSON.stringify(first.findings));
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of drawing, and keys are unique', () => {
    fc.assert(
      fc.property(architectureArbitrary(15), (design) => {
        const backwards = {
          ...design,
          elements: new Map([...design.elements].reverse()),
          connections: new Map([...design.connections].reverse()),
        };
        const { findings } = check(design);
        expect(JSON.stringify(check(backwards).findings)).toBe(JSON.stringify(findings));
        expect(findings.filter(({ ruleId }) => ruleId === 'INTERNAL')).toEqual([]);
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
        for (const { message, subjects } of findings) {
          expect(message).toMatch(/\.$/);
          for (const id of subjects.elements) expect(design.elements.has(id), id).toBe(true);
          for (const id of subjects.connections) expect(design.connections.has(id), id).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
