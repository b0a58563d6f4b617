import { expect, it } from 'vitest';
import { buildDesign } from '../../../shared/testing/builder';
import { pruneSelection, toggleElement } from './selection';

it('adds an element and takes it out again', () => {
  const one = toggleElement({ elements: ['a'], connections: [] }, 'b');
  expect(one.elements).toEqual(['a', 'b']);
  expect(toggleElement(one, 'a').elements).toEqual(['b']);
});

it('drops what is gone and keeps its identity where nothing is', () => {
  const design = buildDesign().add('a', 'users').build();
  const kept = { elements: ['a'], connections: [] };
  expect(pruneSelection(kept, design)).toBe(kept);
  expect(pruneSelection({ elements: ['a', 'b'], connections: ['c'] }, design)).toEqual(kept);
});
