import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportDesign, exportTargets } from '../exporters/export-design';
import type { Design, Element } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import { allDesigns } from './designs/all-designs';
import { twoRegionSite } from './designs/cdk-designs';
import { anyDesign } from './designs/generated-designs';
import { severalOf } from './designs/large-design';
import { withParameters } from './designs/with-parameters';

const RUNS = 40;
const TODAY = '2026-01-01';

/** What a pointer does to a drawing: where things lie, how lines run, what lies on top, what is folded or held fast. */
interface Handling {
  readonly places: readonly number[];
  readonly turns: number;
}

const handling: fc.Arbitrary<Handling> = fc.record({
  places: fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 3, maxLength: 20 }),
  turns: fc.nat(1000),
});

function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const at = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(at), ...items.slice(0, at)].reverse();
}

function handled(design: Design, { places, turns }: Handling): Design {
  const place = (index: number): number => places[index % places.length] ?? 0;
  const move = (element: Element, index: number): Element => ({
    ...element,
    frame: { x: place(index), y: place(index + 1), width: 64 + Math.abs(place(index + 2)), height: 48 + index },
    ...(index % 3 === 0 ? { order: index, locked: true } : {}),
    ...(index % 4 === 0 ? { collapsed: true } : {}),
  });
  const elements = rotated([...design.elements.values()].map(move), turns);
  const bent = [...design.connections.values()].map((connection, index) => ({
    ...connection,
    ...(index % 2 === 0 ? { bends: [{ x: place(index), y: place(index + 3) }] } : {}),
  }));
  return {
    ...design,
    elements: new Map(elements.map((element) => [element.id, element])),
    connections: new Map(rotated(bent, turns).map((connection) => [connection.id, connection])),
  };
}

/** Everything a person gets: files, notes and commands, in every target. */
const outcome = (design: Design) =>
  exportTargets.map((target) => {
    const { files, notes, guide } = exportDesign(resolve(design), target, TODAY);
    return { target, files: files.map(({ path, text, spans }) => ({ path, text, spans: spans() })), notes, guide };
  });

const drawn: Readonly<Record<string, () => Design>> = {
  ...allDesigns,
  'two Regions': twoRegionSite,
  'everything, with parameters': () => withParameters(allDesigns['everything in a VPC']?.() ?? twoRegionSite()),
};

describe('an export', { timeout: 120_000 }, () => {
  it('of any design is the same again, and whatever is moved about', () => {
    fc.assert(
      fc.property(anyDesign, handling, (design, hands) => {
        const once = outcome(design);
        expect(outcome(design)).toEqual(once);
        expect(outcome(handled(design, hands))).toEqual(once);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.entries(drawn))('of %s is the same again, and whatever is moved about', (_name, make) => {
    const design = make();
    const once = outcome(design);
    expect(outcome(design)).toEqual(once);
    expect(outcome(handled(design, { places: [400, -30, 77, 1234], turns: 5 }))).toEqual(once);
  });

  it('in nested stacks is the same again, and whatever is moved about', () => {
    const design = severalOf(allDesigns['everything in a VPC']?.() ?? twoRegionSite(), 7);
    const files = (of: Design) =>
      exportDesign(resolve(of), 'cloudformation-yaml', TODAY).files.map(({ path, text }) => [path, text]);
    const once = files(design);
    expect(once.length).toBeGreaterThan(20);
    expect(files(handled(design, { places: [9, -800, 31], turns: 411 }))).toEqual(once);
  });
});
