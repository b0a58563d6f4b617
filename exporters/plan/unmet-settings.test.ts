import { describe, expect, it } from 'vitest';
import { buildNetwork, type DesignBuilder } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import { noteDesign } from '../cloudformation/export';

const notesOf = (builder: DesignBuilder, id: string): readonly string[] =>
  noteDesign(resolve(builder.build())).flatMap(({ subjects, message }) => (subjects.includes(id) ? [message] : []));

const network = (): DesignBuilder => buildNetwork(['a'], { web: 'private' });
const fleet = (settings: object): readonly string[] =>
  notesOf(
    network().add('fleet', 'auto-scaling-group', { parent: 'vpc', subnets: ['web-a'], settings: { ...settings } }),
    'fleet',
  ).filter((message) => /IOPS|throughput|GB/.test(message));

describe('settings that the files cannot have as chosen', () => {
  it('lists a default route without a gateway to end at, where it is asked for by name', () => {
    const routed = (defaultRoute: string): DesignBuilder =>
      network()
        .add('asks', 'subnet', { parent: 'az-a', settings: { cidr: '10.0.9.0/24', defaultRoute } })
        .add('fleet', 'auto-scaling-group', { parent: 'vpc', subnets: ['asks'] });
    const line = 'The subnet asks has no default route: its VPC has no NAT gateway, to which its settings send it.';
    expect(notesOf(routed('nat-gateway'), 'asks')).toEqual([line]);
    expect(notesOf(routed('internet-gateway'), 'asks')).toEqual([]);
    expect(notesOf(routed('auto'), 'asks')).toEqual([]);
    expect(notesOf(routed('nat-gateway').add('nat', 'nat-gateway', { parent: 'web-a' }), 'asks')).toEqual([]);
  });

  it('lists performance that a volume of its kind does not take', () => {
    expect(fleet({ volumeType: 'gp2', volumeIops: 5000, volumeThroughput: 300 })).toEqual([
      'fleet gets no IOPS of its own: those of gp2 come with its size.',
      'fleet gets no throughput of its own: only gp3 takes one.',
    ]);
    expect(fleet({ volumeType: 'gp3', volumeGb: 100, volumeIops: 200, volumeThroughput: 900 })).toEqual([
      'The gp3 volume of fleet gets 3000 IOPS.',
      'The gp3 volume of fleet gets a throughput of 750 MiB/s.',
    ]);
    expect(fleet({ volumeType: 'gp3', volumeGb: 100, volumeIops: 4000, volumeThroughput: 200 })).toEqual([]);
    expect(fleet({ volumeType: 'st1', volumeGb: 50 })).toContain(
      'The st1 volume of fleet gets 125 GB, the least it can have.',
    );
  });

  it('lists a limit of requests below what AWS takes', () => {
    const guard = (requestsPerFiveMinutes: number): readonly string[] =>
      notesOf(
        network().add('guard', 'waf-web-acl', { parent: 'region', settings: { requestsPerFiveMinutes } }),
        'guard',
      );
    expect(guard(5)).toEqual(['guard lets 10 requests of one address pass, not 5: AWS takes no lower limit.']);
    expect([guard(0), guard(10)]).toEqual([[], []]);
  });
});
