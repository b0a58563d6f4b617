import { describe, expect, it } from 'vitest';
import { checkIntegrity } from '../model/integrity';
import { drawSite } from '../testing/drawing';
import { groupElements, ungroupElements } from './group-elements';
import { lockElements } from './lock-elements';

const withQueues = () => {
  const drawing = drawSite();
  drawing.drop('sqs-queue', 'Region', { name: 'Jobs', x: 1200, y: 200 });
  drawing.drop('lambda-function', 'Region', { name: 'Worker', x: 1200, y: 320 });
  drawing.connect('Jobs', 'Worker');
  const ids = [drawing.get('Jobs').id, drawing.get('Worker').id];
  return { drawing, ids, group: () => drawing.run((design) => groupElements(design, { ids, newId: drawing.newId })) };
};

describe('grouping', () => {
  it('puts things into a group where they lie, and ungrouping leaves them there', () => {
    const { drawing, group } = withQueues();
    const before = drawing.design();
    group();
    const { id, frame, parent } = drawing.get('Group');
    expect(parent).toBe(drawing.get('Region').id);
    const inside = drawing.get('Jobs').frame;
    const outside = before.elements.get(drawing.get('Jobs').id)?.frame;
    expect([frame.x + inside.x, frame.y + inside.y]).toEqual([outside?.x, outside?.y]);
    expect(checkIntegrity(drawing.design())).toEqual([]);
    drawing.run((design) => ungroupElements(design, { ids: [id] }));
    for (const name of ['Jobs', 'Worker']) expect(drawing.get(name)).toEqual(before.elements.get(drawing.get(name).id));
    expect(drawing.design().elements.has(id)).toBe(false);
    expect(drawing.design().connections).toEqual(before.connections);
  });

  it('refuses what lies apart, what the grid places, what is locked, and what is no group', () => {
    const { drawing, ids } = withQueues();
    const refusal = (names: readonly string[]) =>
      drawing.refusal((design) =>
        groupElements(design, { ids: names.map((name) => drawing.get(name).id), newId: drawing.newId }),
      ).message;
    expect(refusal(['Jobs', 'Users'])).toMatch(/^Jobs and Users lie in different containers/);
    expect(refusal(['Load balancer', 'Database'])).toMatch(/^Load balancer has its place in the grid/);
    drawing.run((design) => lockElements(design, { ids, locked: true }));
    expect(refusal(['Jobs', 'Worker'])).toBe('Jobs and 1 more are locked. Unlock them to group them.');
    const vpc = drawing.get('VPC').id;
    expect(drawing.refusal((design) => ungroupElements(design, { ids: [vpc] })).message).toBe('VPC is no group.');
  });
});
