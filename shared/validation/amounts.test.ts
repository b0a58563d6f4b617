import { describe, expect, it } from 'vitest';
import { buildHealthySite } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import { validate } from './validate';

const check = (budget: number, amounts: { monthlyUsd: number; isLowerBound: boolean } | null) =>
  validate(resolve(buildHealthySite().settings({ monthlyBudget: budget, purchase: 'reserved-1y-no' }).build()), {
    amounts,
  }).findings.filter(({ ruleId }) => ruleId === 'COST-01');

describe('a budget', () => {
  it('is an error when the bill is over it, by how much and what to do', () => {
    const [finding] = check(1000, { monthlyUsd: 1234.5, isLowerBound: false });
    expect(finding).toMatchObject({ key: 'COST-01:region', status: 'fail', severity: 'error' });
    expect(finding?.message).toBe(
      'The bill comes to $1,234.50 a month; the budget is $1,000.00, 23 % more. Lower the bill, or raise the budget.',
    );
    expect(finding?.fixes.map(({ kind }) => kind)).toEqual(['manual', 'manual']);
  });

  it('says that a lower bound may be even more', () => {
    expect(check(1000, { monthlyUsd: 1001, isLowerBound: true })[0]?.message).toContain('at least $1,001.00 a month');
    expect(check(0, { monthlyUsd: 1, isLowerBound: false })[0]?.message).toContain('the budget is $0.00. Lower');
  });

  it('is kept where the bill is exactly that, and nothing is said without a bill', () => {
    expect(check(1000, { monthlyUsd: 1000, isLowerBound: false })).toEqual([]);
    expect(check(1000, null)).toEqual([]);
  });
});
