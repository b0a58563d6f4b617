import { describe, expect, it } from 'vitest';
import { loadBundledBooks } from '../pricing/bundled-books';
import type { DesignBuilder } from '../testing/builder';
import { bothZones, buildHealthySite, STATELESS } from '../testing/rule-examples/healthy-site';
import { mendDesign } from './mend-design';

const books = await loadBundledBooks();
const attemptsOn = (builder: DesignBuilder) =>
  mendDesign(builder.build(), books, { safe: true, today: '2026-03-01' }).attempts.map(
    ({ finding, isApplied, reason }) => [finding.key, isApplied, reason],
  );

describe('safe fixes', () => {
  it('delete nothing that is drawn', () => {
    const reachable = buildHealthySite()
      .add('office', 'office')
      .add('db', 'rds-instance', {
        parent: 'vpc',
        tier: 'tier-database',
        subnets: bothZones('database'),
        settings: { multiAz: true, publiclyAccessible: true },
      })
      .connect('traffic', 'office', 'db');
    expect(attemptsOn(reachable)).toContainEqual([
      'NET-01:db',
      false,
      'It would delete the connection from office to db.',
    ]);
  });

  it('bring no other warning', () => {
    const single = buildHealthySite()
      .add('nat-b', 'group', { parent: 'vpc' })
      .add('web', 'auto-scaling-group', {
        parent: 'vpc',
        tier: 'tier-web',
        subnets: ['web-a'],
        settings: { ...STATELESS, min: 1 },
      });
    expect(attemptsOn(single)).toContainEqual([
      'AVL-02:tier-web',
      false,
      'It would bring another finding: AVL-07 Private subnets use a NAT gateway in another AZ.',
    ]);
  });

  it('are tried up to a number, and it is said where some were left', () => {
    const builder = buildHealthySite();
    for (const id of ['one', 'two', 'three'])
      builder.add(id, 'sns-topic', { parent: 'region', settings: { fifo: 'perhaps' } });
    const mend = (most?: number) =>
      mendDesign(builder.build(), books, { safe: true, today: '2026-03-01', ...(most !== undefined && { most }) });
    const short = mend(2);
    expect([short.attempts.length, short.cutShort]).toEqual([2, true]);
    expect(short.validation.findings.filter(({ ruleId }) => ruleId === 'CON-13')).toHaveLength(1);
    expect(mend(3).cutShort).toBe(false);
    expect(mend().cutShort).toBe(false);
  });
});
