import { describe, expect, it } from 'vitest';
import { estimateLevel } from '../assessment/estimate-level';
import type { Design, Waiver } from '../model/design';
import { withWaivers } from '../model/waiver';
import { buildHealthySite } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import { validate } from './validate';

const TODAY = '2026-03-01';

const waiver = (fields: Partial<Waiver> = {}): Waiver => ({
  rule: 'AVL-05',
  element: 'db',
  reason: 'Test data only',
  owner: 'Ada',
  created: '2026-01-01',
  ...fields,
});

/** A site with a database in one zone that is not encrypted, and waivers. */
const site = (waivers: readonly Waiver[], environment = 'production'): Design => {
  const design = buildHealthySite()
    .settings({ monthlyBudget: 2000, purchase: 'reserved-1y-no', environment })
    .add('db', 'rds-instance', {
      parent: 'vpc',
      tier: 'tier-database',
      subnets: ['database-a', 'database-b'],
      settings: { encrypted: false },
    })
    .build();
  return { ...design, header: withWaivers(design.header, waivers) };
};

const look = (design: Design, today = TODAY) => {
  const { findings, waived, waivers, counts } = validate(resolve(design), { today });
  return {
    findings: findings.map(({ key, severity }) => `${severity} ${key}`),
    notes: findings.flatMap(({ note }) => note ?? []),
    waived: waived.map(({ finding, waiver: { owner } }) => `${finding.key} by ${owner}`),
    idle: waivers.flatMap(({ idle }) => idle ?? []),
    errors: counts.error,
    onDatabase: findings.filter(({ subjects }) => subjects.elements.includes('db')).map(({ ruleId }) => ruleId),
  };
};

describe('waivers', () => {
  it('take a finding out of the list and the counts', () => {
    expect(look(site([]))).toMatchObject({ errors: 2, onDatabase: ['ENC-04', 'AVL-05'] });
    expect(look(site([waiver()]))).toEqual({
      findings: ['error ENC-04:db'],
      notes: [],
      waived: ['AVL-05:db by Ada'],
      idle: [],
      errors: 1,
      onDatabase: ['ENC-04'],
    });
  });

  it('hold for every element where they say so, and give way to one for the element itself', () => {
    const waivers = [waiver({ element: '*', owner: 'Grace' }), waiver()];
    expect(look(site(waivers)).waived).toEqual(['AVL-05:db by Ada']);
    expect(look(site(waivers)).idle).toEqual(['The rule finds nothing there any more.']);
    expect(look(site([waiver({ element: '*' })])).waived).toEqual(['AVL-05:db by Ada']);
  });

  it('hold through their last day, and bring the finding back with a note after it', () => {
    const design = site([waiver({ expires: TODAY })]);
    expect(look(design).waived).toEqual(['AVL-05:db by Ada']);
    expect(look(design, '2026-03-02')).toMatchObject({
      waived: [],
      errors: 2,
      notes: [
        'Ada accepted this until 2026-03-01 (“Test data only”). That day has passed: mend it, or accept it again.',
      ],
      idle: ['It expired on 2026-03-01.'],
    });
  });

  it('are refused for some rules in the regulated profile, with the reason', () => {
    const waivers = [waiver({ rule: 'ENC-04' }), waiver()];
    expect(look(site(waivers)).errors).toBe(0);
    const regulated = look(site(waivers, 'regulated'));
    expect(regulated.findings).toContain('error ENC-04:db');
    expect(regulated.waived).toEqual(['AVL-05:db by Ada']);
    expect(regulated.notes.join()).toMatch(/regulated profile does not allow it: stored data would be readable/);
    expect(regulated.idle.join()).toMatch(/does not allow it/);
  });

  it('say why they accept nothing', () => {
    const gone = waiver({ element: 'gone' });
    const unknown = waiver({ rule: 'ZZZ-99' });
    expect(look(site([gone, unknown])).idle).toEqual([
      'What it is about (gone) is not in the design any more.',
      'This version has no rule ZZZ-99.',
    ]);
  });
});

describe('targets', () => {
  const told = (settings: Record<string, number>) => {
    const design = buildHealthySite()
      .settings({ monthlyBudget: 2000, purchase: 'reserved-1y-no', ...settings })
      .build();
    return validate(resolve(design), { estimateLevel }).findings.map(({ key, message }) => `${key} ${message}`);
  };

  it('are findings where the estimate misses them, with what limits it', () => {
    expect(told({ targetAvailability: 99.7, targetRecoveryMinutes: 6, targetDataLossMinutes: 1 })).toEqual([]);
    const [availability = ''] = told({ targetAvailability: 99.99 });
    expect(availability).toMatch(/^AVL-17:users users can use the design 99\.\d+ % of the time/);
    expect(availability).toMatch(/the target is 99.99 %\. Limited most by \S+ \(99\.\d+ %\), \S+ \(.*\) and \S+ \(/);
    expect(told({ targetRecoveryMinutes: 5 }).join()).toMatch(/^AVL-17:db db needs 6 minutes/);
    expect(told({ targetDataLossMinutes: 0 }).join()).toMatch(/^AVL-17:cache cache may lose 1 minute when/);
  });
});
