import { describe, expect, it } from 'vitest';
import { applyDiff } from '../model/diff';
import { countingIds } from '../testing/new-id';
import { buildHealthySite } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import { validate } from './validate';

const HARDENED = { monthlyBudget: 2000, hoursPerMonth: 220, environment: 'regulated' };
const check = (design: Parameters<typeof resolve>[0]) =>
  validate(resolve(design)).findings.map(({ status, severity, key }) => `${status} ${severity} ${key}`);

describe('a regulated design', () => {
  it('must encrypt every hop and topic, log access, have firewalls, and say that the account is in order', () => {
    expect(check(buildHealthySite().settings(HARDENED).build())).toEqual([
      'fail error ENC-03:web',
      'fail error ENC-08:on-call',
      'fail error OPS-03:region',
      'fail warning NET-11:alb',
      'fail warning NET-11:cdn',
      'unknown error ENC-03:db',
      'unknown info IAM-08:region',
    ]);
  });

  it('is mended by the fixes, and by answering', () => {
    let design = buildHealthySite()
      .add('key', 'kms-key', { parent: 'region' })
      .connect('uses', 'on-call', 'key')
      .settings({ ...HARDENED, accountBaseline: 'confirmed' })
      .build();
    const newId = countingIds();
    for (let round = 0; round < 9; round += 1) {
      const [first] = validate(resolve(design)).findings;
      if (!first) break;
      const diff = first.fixes[0]?.apply?.(design, newId);
      const after = diff?.ok ? applyDiff(design, diff.value) : undefined;
      if (!after?.ok) throw new Error(`${first.key} has no fix that applies.`);
      design = after.value;
    }
    expect(check(design)).toEqual([]);
  });

  it('asks nothing of the kind of a production design', () => {
    expect(
      check(
        buildHealthySite()
          .settings({ ...HARDENED, environment: 'production' })
          .build(),
      ),
    ).toEqual([]);
  });
});
