import { describe, expect, it } from 'vitest';
import { buildDesign, type DesignBuilder } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { type Outage, simulate } from './outage';

const lose = (builder: DesignBuilder, id: string): Outage =>
  simulate(resolve(builder.build()), [{ kind: 'region', id }]);

describe('simulate, Regions', () => {
  const worldwide = (healthChecks: number) => {
    const builder = buildDesign()
      .add('users', 'users')
      .add('dns', 'route53-zone', { settings: { healthChecks } })
      .connect('traffic', 'users', 'dns');
    for (const [id, code] of [
      ['east', 'us-east-1'],
      ['west', 'eu-west-1'],
    ] as const)
      builder
        .add(id, 'region', { settings: { code } })
        .add(`vpc-${id}`, 'vpc', { parent: id })
        .add(`az-${id}`, 'availability-zone', { parent: `vpc-${id}` })
        .add(`subnet-${id}`, 'subnet', { parent: `az-${id}` })
        .add(`web-${id}`, 'ec2-instance', { parent: `subnet-${id}` })
        .connect('dns', 'dns', `web-${id}`);
    return builder;
  };

  it('serves from the other Region where DNS checks the health of both', () => {
    const outage = lose(worldwide(2), 'us-east-1');
    expect(outage.entries[0]?.brokenPaths).toEqual([]);
    expect(outage.stateOf('web-east')).toBe('down');
    expect(outage.stateOf('dns')).toBe('up');
  });

  it('is down for some without health checks', () => {
    const outage = lose(worldwide(0), 'us-east-1');
    expect(outage.entries[0]?.brokenPaths[0]?.deadEnd).toBe('web-east');
  });

  it('takes what lies in the Region and leaves what lies at the edge', () => {
    const builder = buildDesign()
      .add('east', 'region')
      .add('cdn', 'cloudfront')
      .add('west', 'region', { settings: { code: 'eu-west-1' } })
      .add('files', 's3-bucket', { parent: 'east' })
      .add('copy', 's3-bucket', { parent: 'west' })
      .add('table', 'dynamodb-table', { parent: 'east' })
      .connect('replicates', 'files', 'copy');
    const outage = lose(builder, 'east');
    expect(outage.services.map(({ id, state }) => [id, state])).toEqual([
      ['cdn', 'up'],
      ['copy', 'up'],
      ['files', 'down'],
      ['table', 'down'],
    ]);
    expect(outage.recoveries.map(({ id, rto, rpo }) => [id, rto.minutes, rpo.minutes])).toEqual([
      ['files', null, 1],
      ['table', null, null],
    ]);
  });
});
