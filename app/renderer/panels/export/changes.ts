import { structuredPatch } from 'diff';

/** A line of a comparison: as it was, as it is, or on both sides. */
export interface ChangedLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
  /** Line in the new text where it has one, else in the old; from 1. */
  readonly number: number;
}

export interface FileChange {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly added: number;
  readonly removed: number;
  /** Stretches of changed lines with three around them; null where the texts differ too much to be shown line by line. */
  readonly hunks: readonly (readonly ChangedLine[])[] | null;
}

const CONTEXT = 3;
/** Past this the comparison would take seconds, and nobody would read it. */
const MOST_EDITS = 4000;

function hunkLines(lines: readonly string[], oldStart: number, newStart: number): readonly ChangedLine[] {
  let [before, after] = [oldStart, newStart];
  return lines.flatMap((line): ChangedLine[] => {
    const text = line.slice(1);
    if (line.startsWith('-')) return [{ kind: 'gone', text, number: before++ }];
    if (line.startsWith('+')) return [{ kind: 'new', text, number: after++ }];
    if (line.startsWith('\\')) return [];
    before += 1;
    return [{ kind: 'same', text, number: after++ }];
  });
}

const countLines = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

function compareTexts(path: string, before: string, after: string): FileChange {
  const patch = structuredPatch(path, path, before, after, undefined, undefined, {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
  });
  if (!patch) return { path, kind: 'changed', added: countLines(after), removed: countLines(before), hunks: null };
  const hunks = patch.hunks.map(({ lines, oldStart, newStart }) => hunkLines(lines, oldStart, newStart));
  const all = hunks.flat();
  const count = (kind: ChangedLine['kind']): number => all.filter((line) => line.kind === kind).length;
  return { path, kind: 'changed', added: count('new'), removed: count('gone'), hunks };
}

type Texts = ReadonlyMap<string, string>;

/** What became of each file; files that are the same are left out. */
export function compareFiles(before: Texts, after: Texts): readonly FileChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): FileChange[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === now) return [];
    if (old === undefined) return [{ path, kind: 'added', added: countLines(now ?? ''), removed: 0, hunks: [] }];
    if (now === undefined) return [{ path, kind: 'removed', added: 0, removed: countLines(old), hunks: [] }];
    return [compareTexts(path, old, now)];
  });
}
