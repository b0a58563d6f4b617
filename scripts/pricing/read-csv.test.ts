import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv';

describe('readCsv', () => {
  it('reads quoted commas, doubled quotes and line breaks', () => {
    expect(readCsv('a,b\n"1,2","say ""hi""\nthere"\r\n3,\n')).toEqual([
      { a: '1,2', b: 'say "hi"\nthere' },
      { a: '3', b: '' },
    ]);
  });

  it('names the row that has another number of fields', () => {
    expect(() => readCsv('a,b\n1,2\n3\n')).toThrow(/Row 3 .* 1 fields, the header has 2/);
  });

  it('rejects an empty file', () => {
    expect(() => readCsv('')).toThrow(/empty/);
  });
});
