import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf } from '../catalog/catalog';
import { moveElements } from '../commands/move-elements';
import { resizeElement } from '../commands/resize-element';
import type { Design, Element, Frame } from '../model/design';
import { applyDiff, isEmptyDiff } from '../model/diff';
import { drawnArbitrary } from '../testing/arbitrary-drawing';
import { buildDesign } from '../testing/builder';
import { drawNetwork, startDrawing } from '../testing/drawing';
import { fitDesign } from './fit';
import { SERVICE_HEIGHT, SERVICE_WIDTH } from './measures';

const fitted = (design: Design): Design => {
  const result = applyDiff(design, fitDesign(design));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const overlaps = (a: Frame, b: Frame): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Bars and bands lie over zones on purpose, and what has a place before or behind its siblings over these. */
const isOverlay = ({ kind, parent, order }: Element, design: Design): boolean =>
  order !== undefined ||
  kind === 'tier' ||
  (definitionOf(kind)?.scope === 'spanning' && design.elements.get(parent ?? '')?.kind === 'vpc');

/** A collapsed container takes no more room than a service. */
const footprint = ({ collapsed, frame }: Element): Frame =>
  collapsed ? { ...frame, width: SERVICE_WIDTH, height: SERVICE_HEIGHT } : frame;

const absolute = (design: Design, element: Element): Frame => {
  const holder = element.parent === null ? undefined : design.elements.get(element.parent);
  const base = holder ? absolute(design, holder) : { x: 0, y: 0 };
  return { ...element.frame, x: element.frame.x + base.x, y: element.frame.y + base.y };
};

describe('fitDesign', () => {
  it('has nothing to do the second time', () => {
    fc.assert(
      fc.property(drawnArbitrary(false), (design) => {
        const once = fitted(design);
        expect([...fitDesign(once).elements.keys()]).toEqual([]);
        expect(isEmptyDiff(fitDesign(once))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves no sibling over another, all on the grid and inside their container', () => {
    fc.assert(
      fc.property(drawnArbitrary(true), (drawn) => {
        const design = fitted(drawn);
        const elements = [...design.elements.values()];
        for (const element of elements) {
          const { x, y, width, height } = element.frame;
          expect([x, y, width, height].map((value) => Math.abs(value % 4))).toEqual([0, 0, 0, 0]);
          const holder = element.parent === null ? undefined : design.elements.get(element.parent);
          if (!holder) continue;
          expect(x, element.id).toBeGreaterThanOrEqual(0);
          expect(y, element.id).toBeGreaterThanOrEqual(0);
          expect(x + width, element.id).toBeLessThanOrEqual(holder.frame.width);
          expect(y + height, element.id).toBeLessThanOrEqual(holder.frame.height);
        }
        for (const [index, element] of elements.entries())
          for (const other of elements.slice(index + 1))
            if (element.parent === other.parent && !isOverlay(element, design) && !isOverlay(other, design))
              expect(overlaps(footprint(element), footprint(other)), `${element.id} over ${other.id}`).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('lays no spanning service over a card or over another one', () => {
    fc.assert(
      fc.property(drawnArbitrary(true), (drawn) => {
        const design = fitted(drawn);
        const boxes = [...design.elements.values()].flatMap((element) => {
          const scope = definitionOf(element.kind)?.scope;
          const isCard = scope === 'zonal' && design.elements.get(element.parent ?? '')?.kind === 'subnet';
          return isCard || (scope === 'spanning' && isOverlay(element, design))
            ? [{ id: element.id, frame: absolute(design, element) }]
            : [];
        });
        for (const [index, box] of boxes.entries())
          for (const other of boxes.slice(index + 1))
            expect(overlaps(box.frame, other.frame), `${box.id} over ${other.id}`).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order in which things were drawn', () => {
    fc.assert(
      fc.property(drawnArbitrary(false), (design) => {
        const reversed = { ...design, elements: new Map([...design.elements].reverse()) };
        const [one, two] = [fitted(design), fitted(reversed)];
        for (const [id, { frame }] of one.elements) expect(two.elements.get(id)?.frame).toEqual(frame);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the identity of what it does not move', () => {
    const drawing = drawNetwork(2, ['web', 'database']);
    drawing.drop('s3-bucket', 'Region', { x: 1400, y: 80 });
    const before = drawing.design();
    drawing.run((design) => moveElements(design, { ids: [drawing.get('Bucket').id], by: { dx: 40, dy: 0 } }));
    const changed = [...drawing.design().elements].filter(([id, element]) => before.elements.get(id) !== element);
    expect(changed.map(([, { name }]) => name)).toEqual(expect.arrayContaining(['Bucket']));
    expect(changed.length).toBeLessThanOrEqual(2);
  });

  it('makes zones columns and tiers rows, with one subnet at each crossing', () => {
    const drawing = drawNetwork(2, ['web', 'database']);
    const [left, right] = [drawing.get('Availability Zone a').frame, drawing.get('Availability Zone b').frame];
    expect(left.x + left.width).toBeLessThan(right.x);
    expect([left.y, left.height]).toEqual([right.y, right.height]);
    const [top, low] = [drawing.get('Web a').frame, drawing.get('Database a').frame];
    expect(top.y + top.height).toBeLessThan(low.y);
    expect(drawing.get('Web b').frame.y).toBe(top.y);
    const band = drawing.get('Web tier').frame;
    const webTop = left.y + top.y;
    expect(band.y).toBeLessThan(webTop);
    expect(band.y + band.height).toBeGreaterThan(webTop + top.height);
  });

  it('stretches a bar over the columns it lies in, under the cards of the row', () => {
    const drawing = drawNetwork(2, ['web']);
    drawing.drop('ec2-instance', 'Web a');
    drawing.drop('auto-scaling-group', 'Web tier');
    const bar = drawing.get('Auto Scaling group').frame;
    const [left, right] = [drawing.get('Availability Zone a').frame, drawing.get('Availability Zone b').frame];
    expect(bar.x).toBeGreaterThan(left.x);
    expect(bar.x + bar.width).toBeGreaterThan(right.x);
    const card = drawing.get('EC2 instance').frame;
    expect(bar.y).toBeGreaterThan(left.y + drawing.get('Web a').frame.y + card.y + card.height);
  });

  it('swaps columns when a zone is dragged past its neighbour', () => {
    const drawing = drawNetwork(2, ['web']);
    drawing.run((design) =>
      moveElements(design, { ids: [drawing.get('Availability Zone a').id], by: { dx: 2000, dy: 300 } }),
    );
    expect(drawing.get('Availability Zone a').frame.x).toBeGreaterThan(drawing.get('Availability Zone b').frame.x);
    expect(drawing.get('Availability Zone a').frame.y).toBe(drawing.get('Availability Zone b').frame.y);
  });

  it('grows a Region and moves its neighbours out of the way', () => {
    const drawing = startDrawing();
    drawing.drop('region', null, { x: 0, y: 0 });
    drawing.drop('users', null, { x: 1000, y: 40 });
    drawing.drop('vpc', 'Region');
    drawing.drop('s3-bucket', 'Region', { x: 760, y: 60 });
    drawing.run((design) => {
      const { id, frame } = drawing.get('VPC');
      return resizeElement(design, { id, frame: { ...frame, width: 1200 } });
    });
    const [region, users] = [drawing.get('Region').frame, drawing.get('Users').frame];
    const bucket = drawing.get('Bucket').frame;
    expect(overlaps(bucket, drawing.get('VPC').frame)).toBe(false);
    expect(overlaps(region, users)).toBe(false);
    expect(region.width).toBeGreaterThanOrEqual(1200);
  });

  it('shrinks nothing a person has made larger', () => {
    const drawing = drawNetwork(1, []);
    drawing.run((design) => {
      const { id, frame } = drawing.get('VPC');
      return resizeElement(design, { id, frame: { ...frame, width: 1600, height: 900 } });
    });
    expect(drawing.get('VPC').frame).toMatchObject({ width: 1600, height: 900 });
  });

  it('survives hand-written nonsense', () => {
    const design = buildDesign()
      .add('zone', 'availability-zone')
      .add('lonely', 'subnet', { parent: 'zone' })
      .add('band', 'tier', { parent: 'zone' })
      .add('db', 'rds-instance', { parent: 'lonely', subnets: ['lonely'] })
      .add('region', 'region')
      .add('vpc', 'vpc', { parent: 'region' })
      .add('bar', 'rds-instance', { parent: 'vpc' })
      .add('thing', 'robot-arm', { parent: 'vpc' })
      .build();
    const once = fitted(design);
    expect(isEmptyDiff(fitDesign(once))).toBe(true);
  });
});
