import { describe, expect, it } from 'vitest';
import { loadBundledBook } from './bundled-books';
import { listPricedTypes } from './priced-types';

describe('listPricedTypes', () => {
  it('suggests types by family and size', async () => {
    const book = await loadBundledBook('us-east-1');
    if (book === undefined) throw new Error('No book for us-east-1.');
    const ec2 = listPricedTypes(book, 'ec2');
    expect(ec2.length).toBeGreaterThan(1000);
    expect(ec2.filter((type) => type.startsWith('m5.'))).toEqual([
      'm5.large',
      'm5.xlarge',
      'm5.2xlarge',
      'm5.4xlarge',
      'm5.8xlarge',
      'm5.12xlarge',
      'm5.16xlarge',
      'm5.24xlarge',
      'm5.metal',
    ]);
    expect(listPricedTypes(book, 'rds')).toContain('db.t4g.medium');
    expect(listPricedTypes(book, 'rds').every((type) => type.startsWith('db.'))).toBe(true);
    expect(listPricedTypes(book, 'aurora')).toContain('db.r6g.large');
    expect(listPricedTypes(book, 'elasticache')).toContain('cache.t4g.small');
  });
});
