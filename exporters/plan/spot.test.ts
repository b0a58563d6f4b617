import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import type { JsonObject } from '../../shared/util/json';
import { exportCloudFormation } from '../cloudformation/export';
import { capacityOf } from './spot';

const site = (kind: string, settings: JsonObject, ofDesign: JsonObject = {}) => {
  const place = kind === 'ec2-instance' ? { parent: 'app-a' } : { parent: 'vpc', subnets: ['app-a', 'app-b'] };
  const design = buildNetwork(['a', 'b'], { app: 'private' })
    .add('nat', 'nat-gateway', { parent: 'app-a' })
    .add('work', kind, { ...place, settings })
    .build();
  return resolve({ ...design, header: { ...design.header, settings: ofDesign } });
};

const text = (...given: Parameters<typeof site>): string => {
  const { files, notes } = exportCloudFormation(site(...given), { format: 'json' });
  return [...files.map((file) => file.text), ...notes.map(({ message }) => message)].join(' ');
};

describe('what is bought as Spot', () => {
  it('runs on Spot: a group that says so, or that follows a design which does', () => {
    expect(text('auto-scaling-group', { purchase: 'spot' })).toContain('"MarketType": "spot"');
    expect(text('auto-scaling-group', {}, { purchase: 'spot' })).toContain('"MarketType": "spot"');
    expect(text('auto-scaling-group', { purchase: 'on-demand' }, { purchase: 'spot' })).not.toContain('MarketType');
    expect(text('auto-scaling-group', { purchase: 'reserved-1y-no' })).not.toContain('MarketType');
  });

  it('is said where it is not written so', () => {
    expect(text('ec2-instance', { purchase: 'spot' })).toMatch(/work is written On-Demand/);
    expect(text('ec2-instance', {})).not.toMatch(/written On-Demand/);
  });

  it('is a share of the tasks of a service', () => {
    const shares = (settings: JsonObject) => {
      const service = site('ecs-service', settings).service('work');
      return service && capacityOf(service);
    };
    expect(shares({})).toBeUndefined();
    expect(shares({ capacity: 'spot' })).toEqual([{ provider: 'FARGATE_SPOT', weight: 1 }]);
    expect(shares({ capacity: 'mixed', min: 3 })).toEqual([
      { provider: 'FARGATE', weight: 0, base: 3 },
      { provider: 'FARGATE_SPOT', weight: 1 },
    ]);
    expect(shares({ capacity: 'mixed', min: 0 })).toEqual([{ provider: 'FARGATE_SPOT', weight: 1 }]);
    expect(text('ecs-service', {})).toContain('"LaunchType": "FARGATE"');
    expect(text('ecs-service', { capacity: 'spot' })).not.toContain('LaunchType');
  });
});
