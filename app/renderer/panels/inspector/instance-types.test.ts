import { expect, it } from 'vitest';
import { loadBundledBook } from '../../../../shared/pricing/bundled-books';
import { suggestTypes } from './instance-types';

it.each(['ec2', 'rds', 'aurora', 'elasticache'] as const)('suggests %s types that have a price', async (list) => {
  const book = await loadBundledBook('us-east-1');
  expect(book).toBeDefined();
  if (!book) return;
  const types = suggestTypes(list, book);
  expect(types.length).toBeGreaterThan(5);
  expect(types.every(({ usdPerHour }) => usdPerHour > 0)).toBe(true);
});
