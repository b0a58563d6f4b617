import { expect, it } from 'vitest';
import { detailAt } from './far';

it.each([
  [1, 20, 'full'],
  [0.74, 20, 'names'],
  [0.49, 20, 'bare'],
  [0.39, 20, 'icons'],
  [0.14, 20, 'far'],
  [0.39, 1000, 'far'],
  [0.41, 1000, 'bare'],
] as const)('at zoom %d with %d elements shows %s', (zoom, elements, detail) =>
  expect(detailAt(zoom, elements)).toBe(detail),
);
