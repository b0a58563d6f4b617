import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { availability } from './availability';
import { simulate } from './outage';

const joined = () =>
  buildNetwork(['a', 'b'], { app: 'private' })
    .add('staff', 'office')
    .add('site', 'vpn-connection', { parent: 'vpc', settings: { activeTunnels: 'one' } })
    .add('app', 'auto-scaling-group', { parent: 'vpc', tier: 'tier-app', subnets: ['app-a', 'app-b'] })
    .connect('traffic', 'staff', 'site')
    .connect('traffic', 'site', 'app');
const stateOf = (design: ReturnType<typeof joined>, failed: string) =>
  simulate(resolve(design.build()), [{ kind: failed.startsWith('us-') ? 'zone' : 'element', id: failed }]).stateOf;

describe('the link to a site', () => {
  it('is not held to one zone, since AWS does not say where a tunnel ends', () => {
    const state = stateOf(joined(), 'us-east-1a');
    expect([state('site'), state('staff')]).toEqual(['up', 'degraded']);
  });

  it('goes with its VPC and by itself, and then whoever comes through it is cut off', () => {
    for (const failed of ['vpc', 'site']) {
      const state = stateOf(joined(), failed);
      expect([state('site'), state('staff')]).toEqual(['down', 'down']);
    }
  });

  it('that another takes over from cuts nobody off', () => {
    const backed = joined()
      .add('other', 'vpn-connection', { parent: 'vpc' })
      .connect('failover', 'site', 'other')
      .connect('traffic', 'other', 'app');
    expect(stateOf(backed, 'site')('staff')).not.toBe('down');
  });

  it('counts with the promise of AWS for one connection (99.95 %)', () => {
    const shareOf = (design: ReturnType<typeof joined>): number =>
      availability(resolve(design.build())).entries[0]?.availability ?? 0;
    const direct = joined().add('staff', 'note').add('visitor', 'office').connect('traffic', 'visitor', 'app');
    expect(shareOf(joined()) / shareOf(direct)).toBeCloseTo(0.9995, 9);
  });
});
