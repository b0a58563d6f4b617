import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designArbitrary } from '../../testing/arbitrary-design';
import { buildDesign } from '../../testing/builder';
import { migrate } from './migrations';
import { parseDesign } from './parse';
import { serializeDesign } from './serialize';

describe('serializeDesign', () => {
  it('writes what parseDesign reads back, for any design', () => {
    fc.assert(
      fc.property(designArbitrary, (design) => {
        const result = parseDesign(serializeDesign(design));
        if (!result.ok) throw new Error(`${result.error.message}\n${result.error.details?.join('\n')}`);
        expect(result.value).toEqual(design);
      }),
    );
  });

  it('writes the same text whatever was drawn first', () => {
    fc.assert(
      fc.property(designArbitrary, (design) => {
        const reversed = {
          ...design,
          elements: new Map([...design.elements].reverse()),
          connections: new Map([...design.connections].reverse()),
        };
        expect(serializeDesign(reversed)).toBe(serializeDesign(design));
      }),
    );
  });

  it('gives back a file of its own, byte by byte, with what it does not know', () => {
    const text = readFileSync(new URL('./migrations/fixtures/version-1.stratiform', import.meta.url), 'utf8');
    const result = parseDesign(text);
    expect(result.ok && serializeDesign(result.value)).toBe(text);
  });

  it('shows a change of one setting as one line', () => {
    const write = (multiAz: boolean) =>
      serializeDesign(
        buildDesign()
          .add('a', 'note')
          .add('db', 'rds-instance', { settings: { engine: 'mysql', multiAz } })
          .build(),
      ).split('\n');
    const [before, after] = [write(false), write(true)];
    const changed = before.flatMap((line, index) => (line === after[index] ? [] : [line, after[index]]));
    expect(changed).toEqual(['        "multiAz": false', '        "multiAz": true']);
    expect(after).toHaveLength(before.length);
  });

  it('writes an empty design in a few lines', () => {
    expect(serializeDesign(buildDesign('New').build())).toBe(
      '{\n  "format": "stratiform",\n  "version": 1,\n  "name": "New",\n  "elements": [],\n  "connections": []\n}\n',
    );
  });
});

describe('migrate', () => {
  it('runs the steps from the version of the file on, in order', () => {
    const step = (from: number) => ({ from, up: (file: object) => ({ ...file, [`step${from}`]: from }) });
    const steps = [step(1), step(2), step(3)];
    expect(migrate({ name: 'x' }, 2, steps)).toEqual({ name: 'x', step2: 2, step3: 3 });
  });
});
