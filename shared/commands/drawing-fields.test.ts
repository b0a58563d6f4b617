import { describe, expect, it } from 'vitest';
import { carryBends } from '../model/bends';
import { applyDiff } from '../model/diff';
import { limits } from '../model/format/limits';
import { drawSite } from '../testing/drawing';
import { bendConnection } from './bend-connection';
import { collapseElements } from './collapse-element';
import { duplicateElements } from './duplicate-elements';
import { moveElements } from './move-elements';
import { reattachConnection } from './reattach-connection';
import { reverseConnection } from './reverse-connection';

type Drawing = ReturnType<typeof drawSite>;

const line = (drawing: Drawing, from: string, to: string) => {
  const [source, target] = [drawing.get(from).id, drawing.get(to).id];
  const found = [...drawing.design().connections.values()].find((item) => item.from === source && item.to === target);
  if (!found) throw new Error(`Nothing leads from ${from} to ${to}.`);
  return found;
};

describe('re-attaching a connection', () => {
  it('takes an end elsewhere, keeps what is said of it and drops the corners of the old way', () => {
    const drawing = drawSite();
    drawing.drop('elasticache-redis', 'Database tier', { name: 'Cache' });
    const { id } = line(drawing, 'Auto Scaling group', 'Database');
    drawing.run((design) => bendConnection(design, { id, bends: [{ x: 5, y: 6 }] }));
    drawing.run((design) => reattachConnection(design, { id, end: 'to', element: drawing.get('Cache').id }));
    const moved = line(drawing, 'Auto Scaling group', 'Cache');
    expect([moved.id, moved.kind, moved.bends]).toEqual([id, 'data', undefined]);
  });

  it('refuses what makes no sense, what is there already, and itself', () => {
    const drawing = drawSite();
    const { id } = line(drawing, 'Load balancer', 'Auto Scaling group');
    const refusal = (end: 'from' | 'to', name: string) =>
      drawing.refusal((design) => reattachConnection(design, { id, end, element: drawing.get(name).id })).message;
    expect(refusal('to', 'Load balancer')).toMatch(/cannot be connected to itself/);
    expect(refusal('to', 'Users')).not.toBe('');
    drawing.drop('auto-scaling-group', 'Web tier', { name: 'Second' });
    drawing.connect('Load balancer', 'Second');
    expect(refusal('to', 'Second')).toMatch(/^Load balancer already/);
  });
});

describe('bending a connection', () => {
  it('keeps the corners, turns them round with the line and lets it go straight again', () => {
    const drawing = drawSite();
    drawing.drop('rds-instance', 'Database tier');
    drawing.connect('Database', 'Database 2');
    const { id } = line(drawing, 'Database', 'Database 2');
    const bend = (bends: readonly { x: number; y: number }[]) =>
      drawing.run((design) => bendConnection(design, { id, bends }));
    bend([
      { x: 1.4, y: -0.2 },
      { x: 9, y: 8 },
    ]);
    expect(drawing.design().connections.get(id)?.bends).toEqual([
      { x: 1, y: 0 },
      { x: 9, y: 8 },
    ]);
    drawing.run((design) => reverseConnection(design, { id }));
    expect(drawing.design().connections.get(id)?.bends?.[0]).toEqual({ x: 9, y: 8 });
    bend([]);
    expect(drawing.design().connections.get(id)).not.toHaveProperty('bends');
  });

  it('refuses too many corners and corners off the canvas', () => {
    const drawing = drawSite();
    const { id } = line(drawing, 'Users', 'Load balancer');
    const many = Array.from({ length: limits.bends + 1 }, (_, x) => ({ x, y: 0 }));
    expect(drawing.refusal((design) => bendConnection(design, { id, bends: many })).message).toMatch(/20 corners.*21/);
    for (const x of [2e6, Number.NaN, Number.POSITIVE_INFINITY])
      expect(drawing.refusal((design) => bendConnection(design, { id, bends: [{ x, y: 0 }] })).code).toBe(
        'bad-setting',
      );
  });

  it('goes along where both ends move together, and stays where one does', () => {
    const drawing = drawSite();
    const { id } = line(drawing, 'Load balancer', 'Auto Scaling group');
    drawing.run((design) => bendConnection(design, { id, bends: [{ x: 100, y: 100 }] }));
    const carried = (name: string) => {
      const before = drawing.design();
      const moved = moveElements(before, { ids: [drawing.get(name).id], by: { dx: 40, dy: 80 } });
      const after = moved.ok ? applyDiff(before, moved.value) : moved;
      if (!after.ok) throw new Error(after.error.message);
      return carryBends(before, after.value, after.value).connections.get(id)?.to?.bends;
    };
    expect(carried('Region')).toEqual([{ x: 140, y: 180 }]);
    expect(carried('Load balancer')).toBeUndefined();
    drawing.run((design) =>
      duplicateElements(design, {
        ids: [drawing.get('Region').id],
        newId: drawing.newId,
        offset: { dx: 2000, dy: 0 },
      }),
    );
    const twins = [...drawing.design().connections.values()].filter(({ bends }) => bends !== undefined);
    expect(twins.map(({ bends }) => bends?.[0]?.x).sort()).toEqual([100, 2100]);
  });
});

describe('collapsing', () => {
  it('marks containers and nothing else, and opening them gives the very same text of a file', () => {
    const drawing = drawSite();
    const before = drawing.design();
    const ids = [drawing.get('VPC').id, drawing.get('Region').id];
    drawing.run((design) => collapseElements(design, { ids, collapsed: true }));
    expect(
      [...drawing.design().elements.values()].filter(({ collapsed }) => collapsed).map(({ name }) => name),
    ).toEqual(['Region', 'VPC']);
    drawing.run((design) => collapseElements(design, { ids, collapsed: false }));
    expect(drawing.design()).toEqual(before);
  });

  it.each([
    ['Web tier', /is a row of its VPC/],
    ['Availability Zone a', /is a column of its VPC/],
    ['Database', /holds nothing/],
    ['Web a', /is empty/],
  ])('refuses %s and says why', (name, message) => {
    const drawing = drawSite();
    const { id } = drawing.get(name);
    expect(drawing.refusal((design) => collapseElements(design, { ids: [id], collapsed: true })).message).toMatch(
      message,
    );
  });
});
