import { describe, expect, it } from 'vitest';
import { coverTo } from './spanning';

describe('an edge dragged over the zones', () => {
  it.each([
    [[0], 'right', 2, [0, 1, 2]],
    [[0, 1, 2], 'right', 1, [0, 1]],
    [[0, 1], 'right', 0, [0]],
    [[1, 2], 'right', 0, [1]],
    [[2], 'left', 0, [0, 1, 2]],
    [[0, 1, 2], 'left', 2, [2]],
    [[0, 2], 'right', 2, [0, 2]],
    [[0, 2], 'left', 1, [2]],
    [[], 'right', 1, [1]],
  ] as const)('%j, %s edge to column %i, covers %j', (covered, edge, column, expected) => {
    expect(coverTo(covered, edge, column)).toEqual(expected);
  });
});
