import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { validate } from './validate';

const joined = (settings: JsonObject) =>
  buildNetwork(['a', 'b'], { app: 'private' })
    .add('staff', 'office')
    .add('site', 'vpn-connection', { parent: 'vpc', settings })
    .add('app', 'auto-scaling-group', { parent: 'vpc', tier: 'tier-app', subnets: ['app-a', 'app-b'] })
    .add('job', 'ec2-instance', { parent: 'app-a', settings: { role: 'worker' } });
const asked = (settings: JsonObject) =>
  joined(settings).connect('traffic', 'staff', 'site').connect('traffic', 'site', 'app');
const about = (design: ReturnType<typeof joined>, ...rules: readonly string[]) =>
  validate(resolve(design.build())).findings.filter(({ ruleId }) => rules.includes(ruleId));

describe('the link to a site', () => {
  it('is reported once, with what is missing, and not as a single point of failure besides', () => {
    const [finding, ...more] = about(asked({ activeTunnels: 'one' }), 'AVL-15', 'AVL-12');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ ruleId: 'AVL-15', severity: 'warning' });
    expect(finding?.message).toContain('one customer gateway, and one of its two tunnels is set up');
    expect(finding?.evidence.darkTiers).toEqual(['tier-app']);
  });

  it('is enough with two gateways, with another that takes over, and where nobody waits for it', () => {
    expect(about(asked({ customerGateways: 'two' }), 'AVL-15', 'AVL-12')).toEqual([]);
    const backed = asked({}).add('other', 'vpn-connection', { parent: 'vpc' }).connect('failover', 'site', 'other');
    expect(about(backed, 'AVL-15')).toEqual([]);
    expect(about(joined({}).connect('admin', 'staff', 'site').connect('admin', 'site', 'app'), 'AVL-15')).toEqual([]);
  });

  it('is not enough where both gateways, or the one that takes over, have the same address', () => {
    const address = { gatewayAddress: '203.0.113.9' };
    const same = asked({ ...address, customerGateways: 'two', secondGatewayAddress: '203.0.113.9' });
    expect(about(same, 'AVL-15')[0]?.message).toContain('both have the same address');
    const backed = asked(address)
      .add('other', 'vpn-connection', { parent: 'vpc', settings: address })
      .connect('failover', 'site', 'other');
    expect(about(backed, 'AVL-15').map(({ key }) => key)).toEqual(['AVL-15:site']);
  });

  it('is one door for administrators, and costs without use when nothing is connected', () => {
    const admin = joined({})
      .connect('admin', 'staff', 'site')
      .connect('admin', 'site', 'app')
      .connect('admin', 'site', 'job');
    expect(about(admin, 'NET-04', 'NET-05', 'COST-07')).toEqual([]);
    expect(about(joined({}).connect('traffic', 'app', 'job'), 'COST-07')[0]?.message).toContain('carries nothing');
  });

  it('joins its own VPC only', () => {
    const elsewhere = joined({})
      .add('other-vpc', 'vpc', { parent: 'region', settings: { cidr: '10.9.0.0/16' } })
      .add('far', 'vpn-connection', { parent: 'other-vpc' })
      .connect('traffic', 'job', 'far');
    expect(about(elsewhere, 'CON-07').map(({ key }) => key)).toEqual(['CON-07:far']);
  });
});
