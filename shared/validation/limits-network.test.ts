import { describe, expect, it } from 'vitest';
import type { DesignBuilder } from '../testing/builder';
import { findingsOf, over, said } from '../testing/one-rule';
import { bothZones, buildHealthySite, buildSite, GUARDED } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { withoutAdminPorts } from './fixes/close-admin-ports';

/* Where rules on networks and connections begin and end to find something. */

const database = (settings: JsonObject = {}, subnets = bothZones('database')) => over('database', settings, subnets);
const rule = (fields: JsonObject) => ({
  extraIngress: [{ protocol: 'tcp', fromPort: 5432, toPort: 5432, cidr: '0.0.0.0/0', ...fields }],
});
const machine = (settings: JsonObject = {}, parent = 'web-a') => ({ parent, settings });

describe('NET-01 looks for a way to the data', () => {
  const db = (settings: JsonObject, subnets?: string[]) =>
    said('NET-01', buildSite().add('db', 'rds-instance', database(settings, subnets)));

  it('by address, by subnet and rule together, or drawn', () => {
    const open = ['load-balancing-a', 'load-balancing-b'];
    expect(db({})).toEqual([]);
    expect(db({ publiclyAccessible: true })).toEqual(['db error']);
    expect(db(rule({}), open)).toEqual(['db error']);
    expect(db({}, open)).toEqual(['db warning']);
    expect(db(rule({}))).toEqual([]);
    const drawn = buildSite().add('db', 'rds-instance', database()).connect('data', 'users', 'db');
    expect(said('NET-01', drawn)).toEqual(['db error']);
  });

  it('and takes a subnet for public that is to be so and has no gateway yet', () => {
    const early = buildSite()
      .add('igw', 'note')
      .add('db', 'rds-instance', database({}, ['load-balancing-a', 'load-balancing-b']));
    expect(said('NET-01', early)).toEqual(['db warning']);
  });
});

it('NET-02 weighs every address more than some, and counts the office', () => {
  const db = (settings: JsonObject) => buildSite().add('db', 'rds-instance', database(settings));
  expect(said('NET-02', db(rule({})))).toEqual(['db error']);
  expect(said('NET-02', db(rule({ cidr: '10.0.0.0/16' })))).toEqual(['db warning']);
  const office = db({}).add('office', 'office').connect('data', 'office', 'db');
  expect(said('NET-02', office)).toEqual(['db warning']);
});

describe('NET-04', () => {
  it('is about SSH and RDP over TCP, from the first port of a range to its last', () => {
    const open = (fields: JsonObject) => said('NET-04', buildSite().add('one', 'ec2-instance', machine(rule(fields))));
    expect(open({ fromPort: 1, toPort: 22 })).toEqual(['one error']);
    expect(open({ fromPort: 3389, toPort: 4000 })).toEqual(['one error']);
    expect(open({ fromPort: 23, toPort: 3388 })).toEqual([]);
    expect(open({ protocol: 'udp', fromPort: 22, toPort: 22 })).toEqual([]);
    expect(open({ fromPort: 22, toPort: 22, cidr: '203.0.113.0/24' })).toEqual([]);
  });

  it('leaves of a range what is beside them', () => {
    const left = (fromPort: number, toPort: number) =>
      withoutAdminPorts({ fromPort, toPort }).map((piece) => [piece.fromPort, piece.toPort]);
    expect(left(22, 22)).toEqual([]);
    expect(left(21, 23)).toEqual([
      [21, 21],
      [23, 23],
    ]);
    expect(left(22, 3389)).toEqual([[23, 3388]]);
    expect(left(0, 65_535)).toEqual([
      [0, 21],
      [23, 3388],
      [3390, 65_535],
    ]);
    expect(left(80, 443)).toEqual([[80, 443]]);
  });
});

describe('NET-08', () => {
  it('is about machines that a load balancer feeds', () => {
    const direct = buildSite().add('web', 'ec2-instance', machine({ publicIp: true }, 'load-balancing-a'));
    expect(said('NET-08', direct.connect('traffic', 'users', 'web'))).toEqual([]);
    const both = buildHealthySite().connect('traffic', 'users', 'web');
    expect(said('NET-08', both)).toEqual(['web warning']);
  });

  it('lets web servers use what their app servers do not', () => {
    const own = (used: string) =>
      buildHealthySite()
        .add('app', 'ec2-instance', machine({ role: 'app' }))
        .add('other', 'rds-instance', database())
        .connect('traffic', 'web', 'app')
        .connect('data', 'app', used);
    expect(said('NET-08', own('other'))).toEqual([]);
    expect(said('NET-08', own('db'))).toEqual(['web warning']);
  });
});

it('NET-11 wants a firewall where the design is regulated, or has one elsewhere', () => {
  const site = (environment: string) => buildHealthySite().settings({ environment, monthlyBudget: 2000 });
  const found = (builder: DesignBuilder) => said('NET-11', builder).sort();
  expect(found(site('production'))).toEqual([]);
  expect(found(site('regulated'))).toEqual(['alb warning', 'cdn warning']);
  const one = site('production').add('acl', 'waf-web-acl', { parent: 'region' }).connect('uses', 'alb', 'acl');
  expect(found(one)).toEqual(['cdn warning']);
});

describe('CON-02 goes by the blocks that AWS makes subnets of', () => {
  const subnets = (...cidrs: string[]) => {
    const builder = buildSite()
      .add('there', 'vpc', { parent: 'region', settings: { cidr: '10.9.0.0/16' } })
      .add('zone', 'availability-zone', { parent: 'there' });
    cidrs.forEach((cidr, index) => {
      builder.add(`s${index}`, 'subnet', { parent: 'zone', settings: { cidr } });
    });
    return said('CON-02', builder);
  };

  it('of /16 to /28', () => {
    expect(subnets('10.9.0.0/16')).toEqual([]);
    expect(subnets('10.9.0.0/28')).toEqual([]);
    expect(subnets('10.9.0.0/29')).toEqual(['s0 error']);
  });

  it('and finds all that share addresses with one, whose own range is right', () => {
    expect(subnets('10.9.0.0/20', '10.9.1.0/24', '10.9.2.0/24', '10.9.16.0/24')).toEqual(['s1 error', 's2 error']);
    expect(subnets('10.8.0.0/14', '10.9.1.0/24')).toEqual(['s0 error']);
  });
});

describe('CON-04', () => {
  it('does not offer to hide what faces the internet', () => {
    const fixes = (publicIp: boolean) =>
      findingsOf(
        'CON-04',
        buildSite()
          .add('igw', 'note')
          .add('nat', 'note')
          .add('nat-b', 'note')
          .add('web', 'ec2-instance', machine({ publicIp }, 'load-balancing-a')),
      )[0]?.fixes.map(({ id }) => id);
    expect(fixes(true)).toEqual(['add-gateway']);
    expect(fixes(false)).toEqual(['add-gateway', 'relabel']);
  });

  it('does not say of a NAT gateway what is said of its subnet', () => {
    expect(said('CON-04', buildSite().add('igw', 'note'))).toEqual(['vpc error']);
    const hidden = buildSite().add('nat', 'nat-gateway', { parent: 'database-a' });
    expect(said('CON-04', hidden)).toEqual(['nat error']);
  });
});

describe('CON-05 looks for a way out', () => {
  const calls = (settings: JsonObject, parent: string, kind = 'data') =>
    buildSite()
      .add('one', 'ec2-instance', machine(settings, parent))
      .add('bucket', 's3-bucket', { parent: 'region' })
      .connect(kind, 'one', 'bucket');

  it('from subnets without one, and from public ones without an address', () => {
    expect(said('CON-05', calls({}, 'web-a'))).toEqual([]);
    expect(said('CON-05', calls({}, 'database-a'))).toEqual(['one warning']);
    expect(said('CON-05', calls({ publicIp: false }, 'load-balancing-a'))).toEqual(['one warning']);
    expect(said('CON-05', calls({ publicIp: true }, 'load-balancing-a'))).toEqual([]);
  });

  it('for logs too, and takes an endpoint for one', () => {
    expect(said('CON-05', calls({}, 'database-a', 'logs'))).toEqual(['one warning']);
    const endpoint = calls({}, 'database-a').add('endpoint', 'gateway-endpoint', {
      parent: 'vpc',
      settings: { service: 's3' },
    });
    expect(said('CON-05', endpoint)).toEqual([]);
  });
});

it('CON-07 takes no VPC for a way to the VPN connection of another', () => {
  const builder = buildSite()
    .add('one', 'ec2-instance', machine())
    .add('there', 'vpc', { parent: 'region', settings: { cidr: '10.9.0.0/16' } })
    .add('vpn', 'vpn-connection', { parent: 'there' })
    .connect('traffic', 'one', 'vpn');
  expect(said('CON-07', builder)).toEqual(['vpn error']);
});

it('IAM-03 finds a password of eight characters or more', () => {
  const line = (label: string) => said('IAM-03', buildHealthySite().connect('data', 'web', 'db', { label }));
  expect(line('password=hunter2')).toEqual([]);
  expect(line('password=hunter22')).toHaveLength(1);
  const named = buildSite().add('one', 'ec2-instance', { ...machine(), name: 'pwd=abc12345' });
  expect(said('IAM-03', named)).toEqual(['one error']);
});

it('lets a load balancer answer on its listeners, and on another port where a line says so', () => {
  const ports = (port: number) =>
    resolve(
      buildSite()
        .add('alb', 'application-load-balancer', {
          parent: 'vpc',
          subnets: bothZones('load-balancing'),
          settings: GUARDED,
        })
        .connect('traffic', 'users', 'alb', { port })
        .build(),
    )
      .service('alb')
      ?.ingress.map(({ fromPort }) => fromPort);
  expect(ports(443)).toEqual([443, 80]);
  expect(ports(8443)).toEqual([8443]);
});
