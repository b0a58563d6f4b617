import { describe, expect, it, vi } from 'vitest';
import type { Design } from '../../../shared/model/design';
import { applyDiff } from '../../../shared/model/diff';
import { serializeDesign } from '../../../shared/model/format/serialize';
import { checkIntegrity } from '../../../shared/model/integrity';
import { buildDesign, buildNetwork } from '../../../shared/testing/builder';

vi.stubGlobal('window', { desktop: undefined });
const { takeCopy } = await import('./clipboard');
const { readCopied, writeCopied } = await import('./copied-text');
const { insertCopied } = await import('./insert-copied');

const design = buildNetwork(['a'], { web: 'private' })
  .add('web', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', name: 'Web <b>“1”</b>' })
  .add('jobs', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', name: 'Jobs' })
  .connect('traffic', 'web', 'jobs')
  .build();

const copyOf = (...ids: string[]): Design => {
  const { data, words } = writeCopied(design, takeCopy(design, ids));
  const read = readCopied(data, words);
  if (!read?.ok) throw new Error('The copy cannot be read.');
  return read.value;
};

let count = 0;
const newId = (kind: string): string => {
  count += 1;
  return `${kind}-${count}`;
};

const insert = (into: Design, copied: Design, wanted: readonly (string | null)[] = []) => {
  const outcome = insertCopied(into, copied, { wanted, middle: { x: 500, y: 300 }, newId });
  return outcome.ok ? applyDiff(into, outcome.value) : outcome;
};

describe('elements on the clipboard', () => {
  it('are a design of their own, and words for other programs', () => {
    const copied = copyOf('web', 'jobs');
    expect(checkIntegrity(copied)).toEqual([]);
    expect([...copied.elements.values()].map(({ parent, tier }) => [parent, tier])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(copied.connections.size).toBe(1);
    expect(writeCopied(design, takeCopy(design, ['web', 'jobs'])).words).toBe(
      'Web <b>“1”</b> (Amazon EC2 instance)\nJobs (Amazon EC2 instance)\nWeb <b>“1”</b> sends traffic to Jobs',
    );
  });

  it('are not read from what is none', () => {
    for (const text of ['', 'hello', '{', '[]', '{"elements":[]}', '\u0000', '<b>x</b>', '{"format":"other"}'])
      expect(readCopied('', text), text).toBeNull();
  });

  it('may come as the text of a design file', () => {
    const { data } = writeCopied(design, takeCopy(design, ['web']));
    const read = readCopied('', data);
    expect(read?.ok && read.value.elements.size).toBe(1);
  });

  it('are refused with what is wrong where they are broken or too many', () => {
    const { data } = writeCopied(design, takeCopy(design, ['web']));
    const complaint = (text: string, words = ''): string => {
      const read = readCopied(text, words);
      return read && !read.ok ? read.error.message : '';
    };
    expect(complaint(data.slice(0, 200))).toMatch(
      /^The elements on the clipboard are broken. What it holds is cut off/,
    );
    expect(complaint(data.replace('"version": 1', '"version": 99'))).toMatch(/newer Stratiform/);
    expect(complaint('hello')).toMatch(/broken.*Copy them again\.$/);
    expect(complaint('', '{"format":"stratiform"}')).toMatch(/broken/);
    expect(complaint('x'.repeat(5 * 1024 * 1024))).toMatch(/holds 5 MB of elements; at most 1,000/);
    const many = buildDesign();
    for (let index = 0; index < 10_000; index += 1) many.add(`e${index}`, 's3-bucket');
    expect(complaint(serializeDesign(many.build()))).toMatch(/holds 10,000 elements; at most 1,000.*in parts/);
  });
});

describe('pasting into another design', () => {
  const other = buildNetwork(['a', 'b'], { web: 'private' }).add('jobs', 'users', { name: 'Jobs' }).build();

  it('goes into the wanted container under new ids and free names, connections included', () => {
    const pasted = insert(other, copyOf('web', 'jobs'), ['web-b']);
    expect(pasted.ok).toBe(true);
    if (!pasted.ok) return;
    const added = [...pasted.value.elements.values()].filter(({ id }) => !other.elements.has(id));
    expect(added.map(({ name, parent, tier }) => [name, parent, tier]).sort()).toEqual([
      ['Jobs 2', 'web-b', 'tier-web'],
      ['Web <b>“1”</b>', 'web-b', 'tier-web'],
    ]);
    expect(pasted.value.connections.size).toBe(1);
    expect(checkIntegrity(pasted.value)).toEqual([]);
  });

  it('finds a container where the wanted one cannot hold it', () => {
    const pasted = insert(other, copyOf('web'), ['region']);
    expect(pasted.ok && [...pasted.value.elements.values()].at(-1)?.kind).toBe('ec2-instance');
    expect(pasted.ok && checkIntegrity(pasted.value)).toEqual([]);
  });

  it('takes a whole Region along', () => {
    const pasted = insert(buildDesign().build(), copyOf('region'), []);
    expect(pasted.ok && pasted.value.elements.size).toBe(takeCopy(design, ['region']).elements.length);
    expect(pasted.ok && checkIntegrity(pasted.value)).toEqual([]);
  });

  it('says what is missing where nothing can hold it', () => {
    const pasted = insert(buildDesign().build(), copyOf('jobs'), []);
    expect(!pasted.ok && pasted.error.message).toMatch(/No container .* “Jobs”/);
  });
});
