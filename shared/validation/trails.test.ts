import { describe, expect, it } from 'vitest';
import { applyDiff } from '../model/diff';
import { buildNetwork } from '../testing/builder';
import { countingIds } from '../testing/new-id';
import { resolve } from '../topology/resolve';
import { validate } from './validate';

const site = (environment: string) =>
  buildNetwork(['a', 'b'], { app: 'private' })
    .settings({ environment, accountBaseline: 'confirmed' })
    .add('records', 's3-bucket', { parent: 'region', settings: { content: 'logs', expireDays: 365 } })
    .add('job', 'ec2-instance', { parent: 'app-a', settings: { role: 'worker' } })
    .connect('data', 'job', 'records');
const about = (design: Parameters<typeof resolve>[0]) =>
  validate(resolve(design)).findings.filter(({ ruleId }) => ruleId === 'OPS-03');

describe('the record of what is done in an account', () => {
  it('is asked for in regulated designs alone, since it may be kept without being drawn', () => {
    expect(about(site('production').build())).toEqual([]);
    expect(about(site('regulated').build())).toMatchObject([
      { key: 'OPS-03:region', status: 'unknown', ask: { element: 'region', setting: null } },
    ]);
  });

  it('is drawn by the fix with a bucket of its own', () => {
    const design = site('regulated').build();
    const diff = about(design)[0]?.fixes[0]?.apply?.(design, countingIds());
    const after = diff?.ok ? applyDiff(design, diff.value) : undefined;
    if (!after?.ok) throw new Error('The fix does not apply.');
    expect(about(after.value)).toEqual([]);
    const lines = [...after.value.connections.values()].filter(({ kind }) => kind === 'logs');
    expect(lines.map(({ to }) => after.value.elements.get(to)?.name)).toEqual(['Audit records']);
  });

  const drawn = (environment: string, settings = {}) =>
    site(environment).add('trail', 'cloudtrail', { parent: 'region', settings }).connect('logs', 'trail', 'records');

  it('is worth a word where a drawn trail leaves out Regions or signatures, and an error for auditors', () => {
    expect(about(drawn('regulated').build())).toEqual([]);
    const narrow = drawn('production', { allRegions: false });
    expect(about(narrow.build())).toMatchObject([{ key: 'OPS-03:trail', severity: 'info' }]);
    const wide = narrow.add('wide', 'cloudtrail', { parent: 'region' }).connect('logs', 'wide', 'records');
    expect(about(wide.build())).toEqual([]);
    const [unsigned] = about(drawn('regulated', { validation: false }).build());
    expect(unsigned).toMatchObject({ key: 'OPS-03:trail', severity: 'error' });
    expect(unsigned?.message).toContain('without a signature');
  });
});
