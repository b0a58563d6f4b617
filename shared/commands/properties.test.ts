import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placementProblem, realContainer } from '../catalog/containment';
import { containsCidr, overlapsCidr, parseCidr } from '../model/cidr';
import type { Design } from '../model/design';
import { applyDiff, invert } from '../model/diff';
import { parseDesign } from '../model/format/parse';
import { serializeDesign } from '../model/format/serialize';
import { emptyHistory, record, undo } from '../model/history';
import { checkIntegrity } from '../model/integrity';
import { drawnArbitrary, runStep, startArbitrary, stepArbitrary } from '../testing/arbitrary-drawing';
import { countingIds } from '../testing/drawing';

const legalPlaces = (design: Design): void => {
  for (const element of design.elements.values()) {
    const holder = element.parent === null ? null : (design.elements.get(element.parent) ?? null);
    const place = realContainer(design, holder)?.kind ?? null;
    expect(placementProblem(element.kind, place), element.id).toBeUndefined();
  }
};

const separateAddresses = (design: Design): void => {
  const all = [...design.elements.values()];
  for (const vpc of all.filter(({ kind }) => kind === 'vpc')) {
    const outer = parseCidr('10.0.0.0/16');
    const zones = new Set(all.filter(({ parent }) => parent === vpc.id).map(({ id }) => id));
    const blocks = all
      .filter(({ kind, parent }) => kind === 'subnet' && parent !== null && zones.has(parent))
      .flatMap(({ settings }) => parseCidr(String(settings.cidr)) ?? []);
    for (const [index, block] of blocks.entries()) {
      expect(outer && containsCidr(outer, block)).toBe(true);
      for (const other of blocks.slice(index + 1)) expect(overlapsCidr(block, other)).toBe(false);
    }
  }
};

describe('whatever a person draws', () => {
  it('stays sound: references hold, places are legal, addresses do not overlap, the file reads back', () => {
    fc.assert(
      fc.property(drawnArbitrary(true), (design) => {
        expect(checkIntegrity(design)).toEqual([]);
        legalPlaces(design);
        separateAddresses(design);
        const read = parseDesign(serializeDesign(design));
        expect(read.ok && read.value).toEqual(design);
      }),
      { numRuns: 150 },
    );
  });

  it('can be undone to the very document it began with', () => {
    fc.assert(
      fc.property(startArbitrary, fc.array(stepArbitrary, { maxLength: 10 }), (start, steps) => {
        const newId = countingIds();
        let design = start;
        let history = emptyHistory;
        for (const step of steps) {
          const result = runStep(design, step, (kind) => `new-${newId(kind)}`);
          const next = result.ok ? applyDiff(design, result.value) : result;
          if (!result.ok || !next.ok) continue;
          const back = applyDiff(next.value, invert(result.value));
          expect(back.ok && [...back.value.elements.keys()].sort()).toEqual([...design.elements.keys()].sort());
          design = next.value;
          history = record(history, { name: step.verb, diff: result.value });
        }
        for (let step = undo(history); step; step = undo(history)) {
          const back = applyDiff(design, step.diff);
          if (!back.ok) throw new Error(back.error.message);
          design = back.value;
          history = step.history;
        }
        expect(design.elements.size).toBe(start.elements.size);
        for (const [id, element] of start.elements) expect(design.elements.get(id)).toBe(element);
        expect(serializeDesign(design)).toBe(serializeDesign(start));
      }),
      { numRuns: 100 },
    );
  });
});
