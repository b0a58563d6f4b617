import { expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/ipc/settings';
import { allLayers, hiddenLayers, readLayers, storeLayers } from './layers';

it('shows everything until something is hidden, and remembers it', () => {
  expect(readLayers({})).toEqual(allLayers);
  expect(readLayers({ 'layer.cost': 3 })).toEqual(allLayers);
  const layers = { ...allLayers, cost: false, management: false };
  const stored = storeLayers(layers);
  expect(readLayers(stored)).toEqual(layers);
  expect(settingsSchema.safeParse({ theme: 'system', panels: stored }).success).toBe(true);
});

it('names what is hidden', () => {
  expect(hiddenLayers(allLayers)).toBeUndefined();
  expect(hiddenLayers({ ...allLayers, cost: false, subnets: false })).toBe('cost subnets');
});
