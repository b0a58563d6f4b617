import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { architectureArbitrary } from '../testing/arbitraries';
import { manyActors } from '../testing/hostile-designs';
import { layeredArbitrary } from '../testing/layered-design';
import { removeOneByOne, starveOneByOne } from '../testing/loss-oracle';
import { buildHealthySite, STATELESS } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import { gatherFacts } from './facts';
import { analyseLosses } from './graph/losses';
import { rules } from './rules';
import { validate } from './validate';

/** Each single point of failure, and of a service who notices and how many services they lose. */
function prove(design: Design): Record<string, unknown> {
  const topology = resolve(design);
  const { cutOf, zoneCutOf } = gatherFacts(topology).losses;
  const services = topology.services.flatMap((service) => {
    const cut = cutOf(service);
    return cut ? [[service.id, { actors: cut.entries.map(({ id }) => id).sort(), lost: cut.lost }]] : [];
  });
  return Object.fromEntries([...services, ...topology.zones.filter(zoneCutOf).map(({ id }) => [id, 'a zone'])]);
}

/** The same by taking everything away in turn. */
const expectedOf = (design: Design): Record<string, unknown> =>
  Object.fromEntries(
    [...removeOneByOne(design)].map(([id, { actors, lost }]) => [
      id,
      design.elements.get(id)?.kind === 'availability-zone' ? 'a zone' : { actors: [...actors].sort(), lost },
    ]),
  );

describe('single points of failure', () => {
  it('are what removing each element and zone in turn shows, on 500 designs of up to 60 elements', () => {
    let seen = 0;
    fc.assert(
      fc.property(architectureArbitrary(30), (design) => {
        const expected = expectedOf(design);
        seen += Object.keys(expected).length;
        expect(prove(design)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(200);
  });

  it('are that on 200 sites in layers too, which users reach nearly all of, and so are tiers that a zone starves', () => {
    const seen = { points: 0, starved: 0, second: 0 };
    fc.assert(
      fc.property(layeredArbitrary, (design) => {
        const [points, starved] = [expectedOf(design), starveOneByOne(design)];
        expect(prove(design)).toEqual(points);
        const short = rules.filter(({ id }) => id === 'AVL-11');
        const found = validate(resolve(design), { rules: short }).findings;
        expect(found.map(({ subjects }) => subjects.elements[0]).sort()).toEqual(starved);
        seen.points += Object.keys(points).length;
        seen.starved += starved.length;
        if (Object.keys(points).length === 0) seen.second += 1;
      }),
      { numRuns: 200 },
    );
    expect(seen.points).toBeGreaterThan(200);
    expect(seen.starved).toBeGreaterThan(10);
    expect(seen.second).toBeGreaterThan(5);
  });

  it('show the cut, the dead path and the tiers that go dark', () => {
    const design = buildHealthySite()
      .add('auth', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: STATELESS })
      .add('ledger', 'aurora-cluster', {
        parent: 'vpc',
        subnets: ['database-a', 'database-b'],
        settings: { instances: 2 },
      })
      .connect('traffic', 'web', 'auth')
      .connect('data', 'auth', 'ledger')
      .build();
    const [finding] = validate(resolve(design)).findings.filter(({ ruleId }) => ruleId === 'AVL-12');
    expect(finding?.evidence.cut).toEqual(['auth']);
    expect([...(finding?.evidence.path ?? [])].sort()).toEqual(
      [
        'users',
        'users-traffic-alb',
        'alb',
        'alb-traffic-web',
        'web',
        'web-traffic-auth',
        'auth',
        'auth-data-ledger',
        'ledger',
      ].sort(),
    );
    expect(finding?.message).toBe(
      'auth has no second copy, and requests from users have no way around it. When it fails, auth and 1 more service behind it cannot be reached. Run a second copy in another zone.',
    );
  });

  it('are looked for from as many actors as there is time for, and the rest is named', () => {
    const topology = resolve(manyActors(40, 40));
    const whole = analyseLosses(topology);
    expect(whole.skipped).toEqual([]);
    const short = analyseLosses(topology, 500);
    expect(short.skipped.length).toBeGreaterThan(0);
    expect(short.skipped.length).toBeLessThan(40);
  });

  it('count two instances in one zone as one point: the zone', () => {
    const design = buildHealthySite()
      .add('one', 'ec2-instance', { parent: 'web-a', settings: STATELESS })
      .add('two', 'ec2-instance', { parent: 'web-a', settings: STATELESS })
      .connect('traffic', 'alb', 'one')
      .connect('traffic', 'alb', 'two')
      .build();
    expect(prove(design)).toEqual({ 'az-a': 'a zone' });
    const keys = validate(resolve(design)).findings.map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('AVL-'))).toEqual(['AVL-12:az-a']);
  });
});
