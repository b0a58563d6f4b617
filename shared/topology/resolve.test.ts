import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../testing/builder';
import type { JsonObject } from '../util/json';
import { resolve } from './resolve';

const site = () =>
  buildNetwork(['a', 'b'], { 'load-balancing': 'public', web: 'private', database: 'isolated' })
    .add('users', 'users')
    .add('nat', 'nat-gateway', { parent: 'load-balancing-a' })
    .add('alb', 'application-load-balancer', {
      parent: 'vpc',
      tier: 'tier-load-balancing',
      subnets: ['load-balancing-a', 'load-balancing-b'],
    })
    .add('web', 'auto-scaling-group', { parent: 'vpc', tier: 'tier-web', subnets: ['web-a', 'web-b'] })
    .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'] })
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'web')
    .connect('data', 'web', 'db');

describe('resolve', () => {
  it('gives subnets the class their routes make', () => {
    const topology = resolve(site().build());
    expect(topology.subnets.map(({ id, class: name }) => [id, name])).toEqual([
      ['database-a', 'isolated'],
      ['database-b', 'isolated'],
      ['load-balancing-a', 'public'],
      ['load-balancing-b', 'public'],
      ['web-a', 'private'],
      ['web-b', 'private'],
    ]);
    expect(topology.subnet('web-b')?.gateway?.id).toBe('nat');
  });

  it('leaves a private subnet without a NAT gateway isolated', () => {
    const topology = resolve(buildNetwork(['a'], { web: 'private' }).build());
    expect(topology.subnet('web-a')?.class).toBe('isolated');
  });

  it('places members in the zones of a spanning service', () => {
    const topology = resolve(site().build());
    expect(topology.service('web')?.zones.map(({ code }) => code)).toEqual(['us-east-1a', 'us-east-1b']);
    expect(topology.service('db')?.zones.map(({ code }) => code)).toEqual(['us-east-1a']);
    expect(topology.service('db')?.subnets).toHaveLength(2);
  });

  it('fills in ports and derives ingress from the drawn connections', () => {
    const topology = resolve(site().build());
    expect(topology.service('db')?.ingress).toEqual([
      {
        source: { kind: 'service', id: 'web' },
        protocol: 'tcp',
        fromPort: 3306,
        toPort: 3306,
        connectionId: 'web-data-db',
      },
    ]);
    expect(topology.service('alb')?.ingress[0]?.source).toEqual({ kind: 'cidr', cidr: '0.0.0.0/0' });
  });

  it('takes the first internet gateway and the first endpoint to a service for those of the VPC', () => {
    const endpoint = { parent: 'vpc', settings: { service: 's3' } };
    const topology = resolve(
      site()
        .add('igw-2', 'internet-gateway', { parent: 'vpc' })
        .add('way-1', 'gateway-endpoint', endpoint)
        .add('way-2', 'gateway-endpoint', endpoint)
        .build(),
    );
    expect(topology.subnet('load-balancing-a')?.gateway?.id).toBe('igw');
    expect(topology.vpcs[0]?.endpoints.get('s3')?.id).toBe('way-1');
  });

  it('marks what users depend on, and nothing that can be done without or later', () => {
    const more = site();
    for (const id of ['extra', 'later']) more.add(id, 'lambda-function', { parent: 'region' });
    const design = more.connect('traffic', 'web', 'extra', { optional: true }).connect('async', 'web', 'later').build();
    const topology = resolve(design);
    expect(['extra', 'later'].map((id) => topology.isCritical(id))).toEqual([false, false]);
    expect(['alb', 'web', 'db', 'nat'].map((id) => topology.isCritical(id))).toEqual([true, true, true, false]);
  });

  it('lets those who ask a DNS zone in to what its names point at', () => {
    const design = site().add('zone', 'route53-zone').connect('traffic', 'users', 'zone').connect('dns', 'zone', 'web');
    const ingress = resolve(design.build()).service('web')?.ingress;
    expect(ingress).toContainEqual({
      source: { kind: 'cidr', cidr: '0.0.0.0/0' },
      protocol: 'tcp',
      fromPort: 80,
      toPort: 80,
      connectionId: 'zone-dns-web',
    });
  });

  it('says of each connection whether it travels encrypted, where anything decides that', () => {
    const encrypted = (id: string, settings = {}, of = {}) => {
      const design = site()
        .add('cache', 'elasticache-redis', { parent: 'vpc', subnets: ['database-a'] })
        .add('postgres', 'rds-instance', { parent: 'vpc', subnets: ['database-a', 'database-b'], settings: of })
        .add('bucket', 's3-bucket', { parent: 'region' })
        .connect('data', 'web', 'cache')
        .connect('data', 'web', 'bucket')
        .connect('data', 'web', 'postgres', settings)
        .build();
      return resolve(design).link(id)?.encrypted;
    };
    expect(['alb-traffic-web', 'web-data-db', 'web-data-cache', 'web-data-bucket'].map((id) => encrypted(id))).toEqual([
      false,
      null,
      true,
      true,
    ]);
    expect(encrypted('web-data-postgres', { encryption: 'plain' }, { requireTls: true })).toBe(false);
    expect(encrypted('web-data-postgres', {}, { requireTls: true })).toBe(true);
    const app = site().add('app', 'ec2-instance', { parent: 'web-a', settings: { role: 'app' } });
    const to = (port: number) =>
      resolve(app.connect('traffic', 'web', 'app', { port }).build()).link('web-traffic-app');
    expect([8080, 443, 9000].map((port) => to(port)?.encrypted)).toEqual([false, true, null]);
  });

  it('takes the port of the protocol that a connection states, and that of its target else', () => {
    const lines = site().add('server', 'ec2-instance', { parent: 'web-a', settings: { role: 'app' } });
    const spoken = (settings: JsonObject) => {
      const link = resolve(lines.connect('traffic', 'web', 'server', settings).build()).link('web-traffic-server');
      return [link?.protocol, link?.port];
    };
    expect(spoken({})).toEqual(['tcp', 8080]);
    expect(spoken({ protocol: 'http' })).toEqual(['tcp', 80]);
    expect(spoken({ protocol: 'rdp' })).toEqual(['tcp', 3389]);
    expect(spoken({ protocol: 'udp', port: 53 })).toEqual(['udp', 53]);
    expect(spoken({ protocol: 'https', port: 8443 })).toEqual(['tcp', 8443]);
  });

  it('survives broken references', () => {
    const design = buildNetwork(['a'], {})
      .add('lost', 'subnet', { parent: 'nowhere', tier: 'gone' })
      .add('db', 'rds-instance', { parent: 'lost', subnets: ['lost', 'nothing'] })
      .connect('data', 'db', 'missing')
      .build();
    const topology = resolve(design);
    expect(topology.subnet('lost')?.zone).toBeNull();
    expect(topology.service('db')?.members).toEqual([]);
    expect(topology.links).toEqual([]);
  });
});
