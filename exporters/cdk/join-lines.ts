import type { LineSpan } from '../plan/line-span';

export interface ModuleText {
  readonly text: string;
  /** Which lines were written for which elements. */
  readonly spans: readonly LineSpan[];
}

/** Lines of a file, and the elements they were written for. */
export interface Owned<T> {
  readonly line: T;
  readonly owners: readonly string[];
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Joins lines into a file and says which of them belong to whom; neighbours of one owner are one span. */
export function joinLines(lines: readonly Owned<string>[]): ModuleText {
  const spans: LineSpan[] = [];
  const open = new Map<string, LineSpan>();
  let at = 0;
  for (const { line, owners } of lines) {
    const last = at + countBreaks(line);
    for (const [subject, span] of open)
      if (!owners.includes(subject)) {
        spans.push(span);
        open.delete(subject);
      }
    for (const subject of owners) open.set(subject, { subject, first: open.get(subject)?.first ?? at, last });
    at = last + 1;
  }
  return { text: lines.map(({ line }) => line).join('\n'), spans: [...spans, ...open.values()] };
}
