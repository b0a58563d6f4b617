import { describe, expect, it } from 'vitest';
import { buildDesign } from '../testing/builder';
import type { Design } from './design';
import { applyDiff, emptyDiff, isEmptyDiff } from './diff';
import { draftOf } from './draft';
import { emptyHistory, type History, isDirty, markSaved, record, redo, squashSince, undo } from './history';

interface State {
  readonly design: Design;
  readonly history: History;
}

const start = (): State => ({ design: buildDesign().add('a', 'note').build(), history: emptyHistory });

const rename = ({ design, history }: State, name: string): State => {
  const draft = draftOf(design);
  draft.patchElement('a', { name });
  const diff = draft.diff();
  return { design: draft.design(), history: record(history, { name: `Rename to ${name}`, diff }) };
};

const step = ({ design, history }: State, go: typeof undo): State => {
  const found = go(history);
  if (!found) throw new Error('There is no such step.');
  const result = applyDiff(design, found.diff);
  if (!result.ok) throw new Error(result.error.message);
  return { design: result.value, history: found.history };
};

const nameOf = ({ design }: State) => design.elements.get('a')?.name;

describe('history', () => {
  it('goes back and forth', () => {
    const there = rename(rename(start(), 'one'), 'two');
    const back = step(step(there, undo), undo);
    expect(nameOf(back)).toBe('a');
    expect(undo(back.history)).toBeNull();
    const forth = step(step(back, redo), redo);
    expect(nameOf(forth)).toBe('two');
    expect(redo(forth.history)).toBeNull();
  });

  it('names the step that goes', () => {
    expect(undo(rename(start(), 'one').history)?.name).toBe('Rename to one');
  });

  it('forgets what was undone once something else is done', () => {
    const other = rename(step(rename(start(), 'one'), undo), 'two');
    expect(redo(other.history)).toBeNull();
  });

  it('records nothing for an empty diff', () => {
    expect(record(emptyHistory, { name: 'Nothing', diff: emptyDiff })).toBe(emptyHistory);
  });

  it('makes one step of a gesture, or none where it led nowhere', () => {
    const before = rename(start(), 'one');
    const mark = before.history.past.length;
    const moved = rename(rename(before, 'two'), 'three');
    const squashed = { ...moved, history: squashSince(moved.history, mark, 'Drag') };
    expect(squashed.history.past.map(({ name }) => name)).toEqual(['Rename to one', 'Drag']);
    expect(nameOf(step(squashed, undo))).toBe('one');
    const returned = step(rename(before, 'two'), undo);
    expect(squashSince(returned.history, mark, 'Drag').past).toHaveLength(1);
  });

  it('knows when the design is as it was saved', () => {
    const one = rename(start(), 'one');
    expect(isDirty(one.history)).toBe(true);
    const saved = { ...one, history: markSaved(one.history) };
    expect(isDirty(saved.history)).toBe(false);
    const undone = step(saved, undo);
    expect(isDirty(undone.history)).toBe(true);
    expect(isDirty(step(undone, redo).history)).toBe(false);
    expect(isDirty(step(rename(undone, 'else'), undo).history)).toBe(true);
  });

  it('keeps the last thousand steps', () => {
    let state = { ...start(), history: markSaved(emptyHistory) };
    for (let count = 0; count <= 1000; count += 1) state = rename(state, `name ${count}`);
    expect(state.history.past).toHaveLength(1000);
    while (undo(state.history)) state = step(state, undo);
    expect(nameOf(state)).toBe('name 0');
    expect(isDirty(state.history)).toBe(true);
    expect(isEmptyDiff(emptyDiff)).toBe(true);
  });
});
