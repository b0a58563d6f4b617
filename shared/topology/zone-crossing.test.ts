import { expect, it } from 'vitest';
import { buildNetwork } from '../testing/builder';
import type { JsonObject } from '../util/json';
import { resolve } from './resolve';
import { crossingShare } from './zone-crossing';

/** The share of what a machine in zone b exchanges with a database whose primary is in zone a that crosses between them. */
const shareWith = (kind: string, settings: JsonObject, access: string): number | undefined => {
  const design = buildNetwork(['a', 'b'], { web: 'private', database: 'isolated' })
    .add('db', kind, { parent: 'vpc', subnets: ['database-a', 'database-b'], settings })
    .add('web', 'ec2-instance', { parent: 'web-b' })
    .connect('data', 'web', 'db', { access })
    .build();
  const link = resolve(design).link('web-data-db');
  return link && crossingShare(link);
};

it('counts readers for reading, and never a standby', () => {
  expect(shareWith('aurora-cluster', { instances: 2 }, 'read-write')).toBe(1);
  expect(shareWith('aurora-cluster', { instances: 2 }, 'read')).toBe(0.5);
  expect(shareWith('rds-instance', { multiAz: true }, 'read')).toBe(1);
});
