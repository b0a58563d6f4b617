import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDesign } from '../model/format/parse';
import { resolve } from '../topology/resolve';
import type { Topology } from '../topology/topology';
import { availability } from './availability';
import { compareDesigns } from './compare';
import { type Outage, simulate } from './outage';
import { recovery } from './recovery';

function open(name: string): Topology {
  const parsed = parseDesign(readFileSync(new URL(`../../examples/${name}.stratiform`, import.meta.url), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return resolve(parsed.value);
}

const low = open('low-power-wordpress');
const high = open('high-power-wordpress');
const without = (topology: Topology, code: string): Outage => simulate(topology, [{ kind: 'zone', id: code }]);
const notUp = (outage: Outage) =>
  Object.fromEntries(outage.services.filter(({ state }) => state !== 'up').map(({ id, state }) => [id, state]));

describe('low-power WordPress', () => {
  const outage = without(low, 'us-east-1a');

  it('is gone with its zone, sessions and all', () => {
    expect(notUp(outage)).toEqual({
      'blog-example-com': 'down',
      'wordpress-server': 'down',
    });
    expect(outage.summary).toMatchInlineSnapshot(
      `"Without us-east-1a, nothing works for Readers: 1 service down, 1 more stopped by that; users lose sessions."`,
    );
    expect(outage.lostSessions).toMatchObject([{ id: 'wordpress-server', where: 'disk', share: 1 }]);
  });

  it('is back in an hour with up to a day of data lost', () => {
    expect(recovery(low).worst).toMatchObject({
      rto: { id: 'wordpress-server', rto: { minutes: 60 } },
      rpo: { id: 'wordpress-server', rpo: { minutes: 1440 } },
    });
  });

  it('is as available as its one machine: 99.5 %', () => {
    expect(availability(low).entries.map(({ id, availability: value }) => [id, value])).toEqual([
      ['readers', expect.closeTo(0.995, 9)],
    ]);
  });
});

describe('high-power WordPress', () => {
  it.each(['us-east-1a', 'us-east-1b'])('stays up without %s', (code) => {
    const outage = without(high, code);
    expect(outage.entries).toMatchObject([{ id: 'readers', state: 'degraded', brokenPaths: [], darkTiers: [] }]);
    expect(outage.lostSessions).toEqual([]);
    expect(outage.tiers.find(({ id }) => id === 'web-tier')).toMatchObject({ copies: 1, desired: 2, percent: 50 });
  });

  it('counts a NAT gateway only for the copies that still run', () => {
    const reasons = (...ids: readonly string[]) =>
      simulate(
        high,
        ids.map((id) => ({ kind: high.zones.some(({ code }) => code === id) ? 'zone' : 'element', id }) as const),
      )
        .services.find(({ id }) => id === 'wordpress-servers')
        ?.reasons.filter((reason) => reason.includes('call out'));
    expect(reasons('us-east-1a')).toEqual([]);
    expect(reasons('nat-gateway-b')).toEqual([expect.stringMatching(/^Some of it .* NAT gateway b, which is down/)]);
    expect(reasons('us-east-1a', 'nat-gateway-b')).toEqual([expect.stringMatching(/^It cannot .* NAT gateway b/)]);
  });

  it('tells what an outage of the first zone does', () => {
    const outage = without(high, 'us-east-1a');
    expect(notUp(outage)).toMatchInlineSnapshot(`
      {
        "bastion-host": "down",
        "load-balancer": "degraded",
        "nat-gateway-a": "down",
        "session-cache": "degraded",
        "wordpress-database": "degraded",
        "wordpress-servers": "degraded",
      }
    `);
    expect(outage.summary).toMatchInlineSnapshot(
      `"Without us-east-1a, Readers can still work, with less behind it: 2 services down, 4 degraded."`,
    );
    expect(outage.recoveries.map(({ id, rto, rpo }) => [id, rto.minutes, rpo.minutes])).toMatchInlineSnapshot(`
      [
        [
          "session-cache",
          3,
          1,
        ],
        [
          "wordpress-database",
          6,
          0,
        ],
      ]
    `);
  });

  it('is limited by what AWS promises for CloudFront, S3 and RDS', () => {
    const [readers] = availability(high).entries;
    const zones = 1 - 0.0005 ** 2;
    expect(readers?.limiting.map(({ ids }) => ids[0])).toEqual(['cdn', 'media-library', 'wordpress-database']);
    expect(readers?.availability).toBeGreaterThan(0.997);
    expect(readers?.availability).toBeLessThan(0.999 * 0.999 * 0.9995 * 0.9999 * 0.9999 * zones);
    expect(readers?.atMost).toBe(false);
  });
});

describe('the two side by side', () => {
  const table = compareDesigns([
    { topology: low, monthlyMicros: 30_000_000, findings: { error: 5, warning: 3, info: 1 } },
    { topology: high, monthlyMicros: 700_000_000, findings: { error: 0, warning: 0, info: 0 } },
  ]);

  it('gives each its due', () => {
    expect(table.factors.map(({ id, best }) => [id, best])).toEqual([
      ['monthly-cost', [0]],
      ['availability', [1]],
      ['recovery-time', [1]],
      ['data-loss', [1]],
      ['findings', [1]],
      ['scale-headroom', [1]],
      ['parts', [0]],
    ]);
    expect(table.factors.map(({ values }) => values.map(({ text }) => text))).toMatchInlineSnapshot(`
      [
        [
          "$30.00 a month",
          "$700.00 a month",
        ],
        [
          "about 99.500 % (estimate)",
          "about 99.720 % (estimate)",
        ],
        [
          "60 min (WordPress server)",
          "6 min (WordPress database)",
        ],
        [
          "24 h (WordPress server)",
          "1 min (Session cache)",
        ],
        [
          "5 errors, 3 warnings, 1 info",
          "0 errors, 0 warnings, 0 infos",
        ],
        [
          "none",
          "3 times",
        ],
        [
          "4 services",
          "15 services",
        ],
      ]
    `);
  });

  it('prefers none where both are the same, and knows what it was not told', () => {
    const twins = compareDesigns([{ topology: low }, { topology: low }]);
    expect(twins.factors.flatMap(({ best }) => best)).toEqual([]);
    expect(twins.factors[0]?.values[0]).toEqual({ value: null, text: 'not known' });
  });
});
