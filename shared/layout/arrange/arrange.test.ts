import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockElements } from '../../commands/lock-elements';
import { moveElements } from '../../commands/move-elements';
import { resizeElement } from '../../commands/resize-element';
import type { Design, Element, Frame } from '../../model/design';
import { applyDiff, isEmptyDiff } from '../../model/diff';
import { drawnArbitrary } from '../../testing/arbitrary-drawing';
import { drawSite } from '../../testing/drawing';
import { placeWithElk } from '../../testing/place-with-elk';
import { isSpanning } from '../board';
import { fitDesign } from '../fit';
import { SERVICE_HEIGHT, SERVICE_WIDTH } from '../measures';
import { overlaps } from '../overlap';
import { type ArrangeArgs, arrangeDesign } from './arrange';
import { tidy } from './tidy';

/** The design after arranging and the tidying that follows every command. */
async function arranged(design: Design, args: ArrangeArgs): Promise<Design> {
  const changed = applyDiff(design, await arrangeDesign(design, args, placeWithElk));
  if (!changed.ok) throw new Error(changed.error.message);
  const fitted = applyDiff(changed.value, fitDesign(changed.value));
  if (!fitted.ok) throw new Error(fitted.error.message);
  return fitted.value;
}

/** Bars and bands lie over zones on purpose, and what has a place before or behind its siblings over these. */
const isOverlay = (design: Design, element: Element): boolean =>
  element.kind === 'tier' ||
  element.order !== undefined ||
  (isSpanning(element) && design.elements.get(element.parent ?? '')?.kind === 'vpc');

/** A collapsed container takes no more room than a service. */
const footprint = ({ collapsed, frame }: Element) =>
  collapsed ? { ...frame, width: SERVICE_WIDTH, height: SERVICE_HEIGHT } : frame;

function expectSound(design: Design): void {
  const siblings = new Map<string | null, Element[]>();
  for (const element of design.elements.values()) {
    const { parent, frame } = element;
    const holder = parent === null ? undefined : design.elements.get(parent);
    if (holder) {
      expect(Math.min(frame.x, frame.y), element.id).toBeGreaterThanOrEqual(0);
      expect(frame.x + frame.width, element.id).toBeLessThanOrEqual(holder.frame.width);
      expect(frame.y + frame.height, element.id).toBeLessThanOrEqual(holder.frame.height);
    }
    if (!isOverlay(design, element)) siblings.set(parent, [...(siblings.get(parent) ?? []), element]);
  }
  for (const group of siblings.values())
    for (const [index, one] of group.entries())
      for (const other of group.slice(index + 1))
        expect(overlaps(footprint(one), footprint(other)), `${one.id} over ${other.id}`).toBe(false);
}

const argsArbitrary = fc.record({ anew: fc.boolean(), picks: fc.option(fc.array(fc.nat(60), { maxLength: 6 })) });

describe('arranging', () => {
  it('leaves no sibling over another and all inside their containers, the same for the same drawing', async () => {
    await fc.assert(
      fc.asyncProperty(drawnArbitrary(false), argsArbitrary, async (design, { anew, picks }) => {
        const all = [...design.elements.keys()];
        const ids = picks?.flatMap((pick) => all[pick % Math.max(1, all.length)] ?? []) ?? null;
        const result = await arranged(design, { ids, anew });
        expectSound(result);
        const reversed = { ...design, elements: new Map([...design.elements].reverse()) };
        const again = await arranged(reversed, { ids, anew });
        for (const [id, { frame }] of result.elements) expect(again.elements.get(id)?.frame, id).toEqual(frame);
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing but frames, and nothing locked', async () => {
    await fc.assert(
      fc.asyncProperty(drawnArbitrary(true), async (design) => {
        const diff = await arrangeDesign(design, { ids: null, anew: true }, placeWithElk);
        expect([diff.header, diff.connections.size]).toEqual([null, 0]);
        for (const { from, to } of diff.elements.values()) {
          expect(to).toEqual({ ...from, frame: to?.frame });
          // The grid has its own order; what it places it may move.
          const holder = design.elements.get(from?.parent ?? '');
          if (from?.locked && from.kind !== 'tier' && (holder === undefined || holder.kind === 'region'))
            expect([to?.frame.x, to?.frame.y]).toEqual([from.frame.x, from.frame.y]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lets traffic flow from left to right, and gives containers the size they need', async () => {
    const drawing = drawSite();
    drawing.drop('sqs-queue', 'Region', { x: 60, y: 60, name: 'Queue' });
    drawing.drop('lambda-function', 'Region', { x: 60, y: 160, name: 'Worker' });
    drawing.drop('dynamodb-table', 'Region', { x: 20, y: 300, name: 'Table' });
    drawing.connect('Auto Scaling group', 'Queue');
    drawing.connect('Queue', 'Worker');
    drawing.connect('Worker', 'Table');
    drawing.run((design) => {
      const { id, frame } = drawing.get('Region');
      return resizeElement(design, { id, frame: { ...frame, width: 4000, height: 3000 } });
    });
    const result = await arranged(drawing.design(), { ids: null, anew: true });
    const frame = (name: string): Frame => result.elements.get(drawing.get(name).id)?.frame ?? { ...NOWHERE };
    const lefts = ['VPC', 'Queue', 'Worker', 'Table'].map((name) => frame(name).x);
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
    expect(frame('Users').x + frame('Users').width).toBeLessThan(frame('Region').x);
    expect(frame('Region').width).toBeLessThan(2000);
    expect(frame('Availability Zone a').x).toBeLessThan(frame('Availability Zone b').x);
    expect(frame('Web tier').y).toBeLessThan(frame('Database tier').y);
  });

  it('anew it leaves what is locked; otherwise it leaves what is in order already', async () => {
    const drawing = drawSite();
    drawing.drop('s3-bucket', 'Region', { x: 1500, y: 900 });
    const { id, frame } = drawing.get('Bucket');
    drawing.run((design) => lockElements(design, { ids: [id], locked: true }));
    expect((await arranged(drawing.design(), { ids: null, anew: true })).elements.get(id)?.frame).toEqual(frame);
    const tidied = await arranged(drawing.design(), { ids: null, anew: false });
    expect(isEmptyDiff(await arrangeDesign(tidied, { ids: null, anew: false }, placeWithElk))).toBe(true);
  });

  it('leaves what was placed by hand exactly where it is; what is chosen comes into line', async () => {
    const drawing = drawSite();
    const placed = ['One', 'Two', 'Three'].map((name, index) => {
      drawing.drop('s3-bucket', 'Region', { name, x: 1500 + index * 8, y: 400 + index * 300 });
      return drawing.get(name);
    });
    const before = drawing.design();
    const kept = await arranged(before, { ids: null, anew: false });
    for (const { id } of placed) expect(kept.elements.get(id)?.frame).toEqual(before.elements.get(id)?.frame);
    const ids = placed.map(({ id }) => id);
    const inLine = await arranged(before, { ids, anew: false });
    expect(new Set(ids.map((id) => inLine.elements.get(id)?.frame.x)).size).toBe(1);
  });

  it('arranges a selection where it stands and leaves the rest', async () => {
    const drawing = drawSite();
    const names = ['One', 'Two', 'Three'];
    for (const [index, name] of names.entries())
      drawing.drop('s3-bucket', 'Region', { name, x: 1500 + index * 37, y: 900 - index * 200 });
    const ids = names.map((name) => drawing.get(name).id);
    const before = drawing.design();
    const result = await arranged(before, { ids, anew: true });
    for (const [id, { frame }] of result.elements)
      if (!ids.includes(id) && id !== drawing.get('Region').id) expect(frame).toEqual(before.elements.get(id)?.frame);
    const lefts = ids.map((id) => result.elements.get(id)?.frame.x ?? 0);
    expect(Math.min(...lefts)).toBe(1500);
  });

  it('keeps a note beside what it stood by', async () => {
    const drawing = drawSite();
    drawing.drop('sqs-queue', 'Region', { x: 1400, y: 700, name: 'Queue' });
    drawing.drop('note', 'Region', { x: 1400, y: 800 });
    drawing.run((design) => moveElements(design, { ids: [drawing.get('Note').id], by: { dx: 0, dy: 0 } }));
    const result = await arranged(drawing.design(), { ids: null, anew: true });
    const queue = result.elements.get(drawing.get('Queue').id)?.frame ?? NOWHERE;
    const note = result.elements.get(drawing.get('Note').id)?.frame ?? NOWHERE;
    expect(note.x).toBe(queue.x);
    expect(note.y - queue.y).toBe(drawing.get('Note').frame.y - drawing.get('Queue').frame.y);
  });
});

const NOWHERE: Frame = { x: Number.NaN, y: Number.NaN, width: Number.NaN, height: Number.NaN };

describe('tidy', () => {
  const card = (x: number, y: number): Frame => ({ x, y, width: 176, height: 72 });

  it('brings rows and columns in line and closes holes, the second time nothing', () => {
    const once = tidy(new Map(Object.entries({ a: card(0, 0), b: card(12, 500), c: card(900, 8) })));
    expect(Object.fromEntries(once)).toEqual({ a: card(0, 0), b: card(0, 136), c: card(240, 0) });
    expect([...tidy(once)].sort()).toEqual([...once].sort());
  });

  it('leaves alone what is in line and near', () => {
    const good = new Map(Object.entries({ a: card(0, 0), b: card(208, 0), c: card(208, 120) }));
    expect(new Map([...tidy(good)].sort())).toEqual(good);
  });
});
