import { describe, expect, it } from 'vitest';
import { placeLabels } from './place-labels';
import { overlaps, type Rect } from './rect';

const rectAt = (at: { x: number; y: number } | undefined): Rect => ({
  x: (at?.x ?? 0) - 40,
  y: (at?.y ?? 0) - 10,
  width: 80,
  height: 20,
});
const request = (id: string, y: number) => ({
  id,
  points: [
    { x: 0, y },
    { x: 400, y },
  ],
  width: 80,
  height: 20,
});

describe('labels on their lines', () => {
  it('sit in the middle where nothing is in the way', () => {
    expect(placeLabels([request('a', 0)], () => []).get('a')).toEqual({ x: 200, y: 0 });
  });

  it('make way for one another and for boxes', () => {
    const box = { x: 20, y: -20, width: 130, height: 40 };
    const placed = placeLabels([request('a', 0), request('b', 8)], () => [box]);
    const [a, b] = [rectAt(placed.get('a')), rectAt(placed.get('b'))];
    expect(overlaps(a, b)).toBe(false);
    expect(overlaps(a, box) || overlaps(b, box)).toBe(false);
  });

  it('stay on the line where there is no free place at all', () => {
    const everywhere = { x: -1000, y: -1000, width: 3000, height: 3000 };
    expect(placeLabels([request('a', 0)], () => [everywhere]).get('a')?.y).toBe(0);
  });
});
