import type { LineSpan } from '../../../../exporters/plan/line-span';

/** Where each line of a text begins, and the length of the longest. */
export interface LineIndex {
  readonly starts: readonly number[];
  readonly longest: number;
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  let longest = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    longest = Math.max(longest, at - (starts[starts.length - 1] ?? 0));
    starts.push(at + 1);
  }
  // A line break at the very end ends the last line; it begins none.
  if (starts.length > 1 && starts[starts.length - 1] === text.length) starts.pop();
  else longest = Math.max(longest, text.length - (starts[starts.length - 1] ?? 0));
  return { starts, longest };
}

/** The elements that each line comes from. */
export type LineOwners = ReadonlyMap<number, readonly string[]>;

export function ownersByLine(spans: readonly LineSpan[]): LineOwners {
  const owners = new Map<number, string[]>();
  for (const { subject, first, last } of spans)
    for (let line = first; line <= last; line += 1) {
      const known = owners.get(line);
      if (!known) owners.set(line, [subject]);
      else if (!known.includes(subject)) known.push(subject);
    }
  return owners;
}

/** Line to begin reading at: the main resource of one of the elements, else their first line; undefined where none has any. */
export function firstLineOf(spans: readonly LineSpan[], subjects: ReadonlySet<string>): number | undefined {
  const theirs = spans.filter(({ subject }) => subjects.has(subject));
  const main = theirs.filter(({ isMain }) => isMain);
  const lines = (main.length > 0 ? main : theirs).map(({ first }) => first);
  return lines.length > 0 ? Math.min(...lines) : undefined;
}
