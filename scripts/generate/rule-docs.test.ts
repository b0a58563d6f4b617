import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../shared/validation/rules';
import { rulePictures, rulesText } from './rule-docs/rule-docs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = await rulePictures();
const read = (path: string): string => readFileSync(root + path, 'utf8');

describe('docs/rules.md', () => {
  it('is fresh (npm run generate), and has an entry for each rule', () => {
    const text = rulesText();
    expect(read('docs/rules.md')).toBe(text);
    for (const { id, title } of rules) expect(text, id).toContain(`### ${id} ${title.slice(0, 10)}`);
  });

  it('has a fresh, small picture for each rule', () => {
    expect(pictures.map(({ path }) => path)).toEqual(
      readdirSync(`${root}docs/rules`)
        .sort()
        .map((file) => `docs/rules/${file}`),
    );
    expect(pictures).toHaveLength(rules.length);
    for (const { path, text } of pictures) {
      expect(read(path), path).toBe(text);
      expect(text.length, path).toBeLessThan(48_000);
      const [made, used] = [/<image id="([^"]+)"/g, /href="#([^"]+)"/g].map(
        (pattern) => new Set([...text.matchAll(pattern)].map(([, id]) => id)),
      );
      expect(made, `${path}: each icon once, and none that is missing`).toEqual(used);
    }
    // What is wrong has a frame: all but what concerns the design as a whole, or a connection alone.
    const framed = pictures.filter(({ text }) => text.includes('stroke="#d1293d" stroke-width="3"'));
    expect(framed.length).toBeGreaterThan(rules.length * 0.9);
  });

  it('shows requests coming in at the top', () => {
    const picture = pictures.find(({ path }) => path.endsWith('AVL-01.svg'));
    const heights = ['load-balancing', 'web', 'cache', 'database'].map((tier) =>
      Number(new RegExp(`y="(\\d+)"[^>]*>${tier}</text>`).exec(picture?.text ?? '')?.[1]),
    );
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  });
});
