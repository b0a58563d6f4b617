import { describe, expect, it } from 'vitest';
import { makeElement } from '../../../../shared/model/design';
import { applyDiff } from '../../../../shared/model/diff';
import { draftOf } from '../../../../shared/model/draft';
import { buildNetwork } from '../../../../shared/testing/builder';
import { emptySelection } from '../../store/selection';
import { createProjector } from './project';

const twoZones = () =>
  buildNetwork(['a', 'b'], { web: 'public', database: 'isolated' })
    .add('users', 'users')
    .add('alb', 'application-load-balancer', { parent: 'vpc', tier: 'tier-web', subnets: ['web-a', 'web-b'] })
    .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'] })
    .add('web', 'ec2-instance', { parent: 'web-a' })
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'web')
    .connect('data', 'web', 'db')
    .build();

const noFindings: ReadonlyMap<string, readonly unknown[]> = new Map();
const base = { preview: null, selection: emptySelection, findingsOf: noFindings };

describe('the projection of a design', () => {
  it('names parents before their children and gives every node its size', () => {
    const { nodes } = createProjector()({ ...base, design: twoZones() });
    const seen = new Set<string>();
    for (const node of nodes) {
      if (node.parentId !== undefined) expect(seen).toContain(node.parentId);
      expect(node.measured).toEqual({ width: node.width, height: node.height });
      seen.add(node.id);
    }
    expect(seen.size).toBe(twoZones().elements.size);
  });

  it('hands out the same objects for what did not change', () => {
    const design = twoZones();
    const project = createProjector();
    const first = project({ ...base, design });
    const draft = draftOf(design);
    draft.patchSettings('db', { multiAz: true });
    const second = project({ ...base, design: draft.design() });
    const changed = second.nodes.filter((node, index) => node !== first.nodes[index]).map(({ id }) => id);
    expect(changed).toEqual(['db']);
    expect(second.edges.every((edge, index) => edge === first.edges[index])).toBe(true);
  });

  it('makes new nodes only for those whose selection or findings changed', () => {
    const design = twoZones();
    const project = createProjector();
    const first = project({ ...base, design });
    const second = project({
      design,
      preview: null,
      selection: { elements: ['web'], connections: ['web-data-db'] },
      findingsOf: new Map([['db', [1, 2]]]),
    });
    const changed = second.nodes.filter((node, index) => node !== first.nodes[index]).map(({ id }) => id);
    expect(changed.sort()).toEqual(['db', 'web']);
    expect(second.nodes.find(({ id }) => id === 'db')?.ariaLabel).toBe(
      'db, Amazon RDS database, in database, 2 findings',
    );
    const edges = second.edges.filter((edge, index) => edge !== first.edges[index]).map(({ id }) => id);
    expect(edges).toEqual(['web-data-db']);
  });

  it('routes a line again when one of its ends moves', () => {
    const design = twoZones();
    const project = createProjector();
    const first = project({ ...base, design });
    const draft = draftOf(design);
    draft.patchElement('users', { frame: { x: -400, y: 900, width: 128, height: 72 } });
    const second = project({ ...base, design: draft.design() });
    const pointsOf = (projection: typeof first) =>
      projection.edges.find(({ source }) => source === 'users')?.data?.points;
    expect(pointsOf(second)).not.toEqual(pointsOf(first));
  });

  it('draws a shown fix: additions, changes, and what is removed where it was', () => {
    const design = twoZones();
    const draft = draftOf(design);
    draft.putElement(makeElement({ id: 'cache', kind: 'elasticache-redis', name: 'Cache', parent: 'vpc' }));
    draft.patchSettings('db', { multiAz: true });
    draft.removeElement('web');
    draft.removeConnection('alb-traffic-web');
    draft.removeConnection('web-data-db');
    const diff = draft.diff();
    const applied = applyDiff(design, diff);
    if (!applied.ok) throw new Error(applied.error.message);
    const { nodes, edges } = createProjector()({ ...base, design, preview: { design: applied.value, diff } });
    const marks = new Map(nodes.map(({ id, data }) => [id, data.mark]));
    expect([marks.get('cache'), marks.get('db'), marks.get('web'), marks.get('alb')]).toEqual([
      'added',
      'changed',
      'removed',
      null,
    ]);
    expect(
      edges
        .filter(({ data }) => data?.mark === 'removed')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['alb-traffic-web', 'web-data-db']);
  });

  it('leaves out lines to elements that are not there and keeps elements whose parent is missing', () => {
    const design = buildNetwork(['a'], {})
      .add('lost', 'note', { parent: 'gone' })
      .connect('traffic', 'users', 'nowhere')
      .build();
    const { nodes, edges } = createProjector()({ ...base, design });
    expect(edges).toEqual([]);
    expect(nodes.find(({ id }) => id === 'lost')?.parentId).toBeUndefined();
  });
});
