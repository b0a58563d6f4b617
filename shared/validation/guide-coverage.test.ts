import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from './rules';

const text = readFileSync(new URL('../../docs/guide-coverage.md', import.meta.url), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => /^\| [\d.]/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const idsIn = (line: string): string[] => line.match(/\b[A-Z]{3,4}-\d{2}\b/g) ?? [];

describe('docs/guide-coverage.md', () => {
  it('names a rule or a reason for each claim of the guide', () => {
    expect(rows.length).toBeGreaterThan(35);
    for (const [, section, claim, answer = ''] of rows)
      expect(idsIn(answer).length > 0 || answer.startsWith('no rule'), `${section} ${claim}`).toBe(true);
  });

  it('names only rules that exist', () => {
    const known = new Set(rules.map(({ id }) => id));
    expect(idsIn(text).filter((id) => !known.has(id))).toEqual([]);
  });

  it('has every rule that rests on the guide', () => {
    const named = new Set(idsIn(text));
    expect(rules.filter(({ id, guide }) => guide.length > 0 && !named.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
