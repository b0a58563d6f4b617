import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../shared/validation/rules';
import { rulePictures, rulesText } from './rule-docs/rule-docs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

describe('docs/rules.md', () => {
  it('is fresh (npm run generate), and has an entry for each rule', () => {
    const text = rulesText();
    expect(read('docs/rules.md')).toBe(text);
    for (const { id, title } of rules) expect(text, id).toContain(`### ${id} ${title.slice(0, 10)}`);
  });

  it('has a fresh, small picture for each rule', async () => {
    const pictures = await rulePictures();
    expect(pictures.map(({ path }) => path)).toEqual(
      readdirSync(`${root}docs/rules`)
        .sort()
        .map((file) => `docs/rules/${file}`),
    );
    expect(pictures).toHaveLength(rules.length);
    for (const { path, text } of pictures) {
      expect(read(path), path).toBe(text);
      expect(text.length, path).toBeLessThan(24_000);
    }
  });
});
