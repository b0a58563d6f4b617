import { describe, expect, it } from 'vitest';
import type { Design } from '../../../../shared/model/design';
import { draftOf } from '../../../../shared/model/draft';
import { buildNetwork } from '../../../../shared/testing/builder';
import { emptySelection } from '../../store/selection';
import { collapsedView } from './collapsed-view';
import { createProjector } from './project';

const site = (): Design =>
  buildNetwork(['a', 'b'], { web: 'public', database: 'isolated' })
    .add('users', 'users')
    .add('dns', 'route53-zone')
    .add('alb', 'application-load-balancer', { parent: 'vpc', tier: 'tier-web', subnets: ['web-a', 'web-b'] })
    .add('web', 'ec2-instance', { parent: 'web-a' })
    .add('second', 'ec2-instance', { parent: 'web-a' })
    .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'] })
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'web')
    .connect('traffic', 'alb', 'second')
    .connect('data', 'web', 'db')
    .connect('dns', 'dns', 'alb')
    .build();

const collapse = (design: Design, ...ids: string[]): Design => {
  const draft = draftOf(design);
  for (const id of ids) draft.patchElement(id, { collapsed: true });
  return draft.design();
};

const base = { preview: null, selection: emptySelection, findingsOf: new Map<string, readonly unknown[]>() };

describe('collapsed containers', () => {
  it('stand for all they hold, the outermost for what is within several', () => {
    const { elements, standIn } = collapsedView(collapse(site(), 'vpc', 'web-a'));
    expect([...elements.keys()].sort()).toEqual(['dns', 'region', 'users', 'vpc']);
    expect(['web', 'db', 'web-a', 'users'].map(standIn)).toEqual(['vpc', 'vpc', 'vpc', 'users']);
    expect(elements.get('vpc')?.frame).toMatchObject({ width: 176, height: 72 });
  });

  it('take over the connections of what they hold, several between the same two as one', () => {
    const { edges } = createProjector()({ ...base, design: collapse(site(), 'web-a') });
    const lines = edges.map(({ source, target, data }) => [source, target, data?.of.length]);
    expect(lines).toContainEqual(['alb', 'web-a', 2]);
    expect(lines).toContainEqual(['web-a', 'db', 1]);
    expect(lines).toHaveLength(4);
    expect(edges.find(({ data }) => data?.of.length === 2)?.ariaLabel).toBe('2 connections from alb to web-a');
  });

  it('are said with the findings of all they hold, each counted once', () => {
    const both = { title: 'A fault of both' };
    const findingsOf = new Map([
      ['web', [both, { title: 'A fault' }]],
      ['second', [both]],
    ]);
    const { nodes } = createProjector()({ ...base, findingsOf, design: collapse(site(), 'web-a') });
    expect(nodes.find(({ id }) => id === 'web-a')?.ariaLabel).toBe('web-a, Subnet, collapsed, in web, 2 findings');
  });

  it('hide what is between two things they hold', () => {
    const { edges } = createProjector()({ ...base, design: collapse(site(), 'region') });
    expect(edges.map(({ source, target }) => `${source} ${target}`).sort()).toEqual(['dns region', 'users region']);
  });

  it('are drawn the same object for object while nothing changed', () => {
    const design = collapse(site(), 'web-a');
    const project = createProjector();
    const first = project({ ...base, design });
    const draft = draftOf(design);
    draft.patchElement('users', { name: 'Shoppers' });
    const second = project({ ...base, design: draft.design() });
    expect(second.nodes.filter((node, index) => node !== first.nodes[index]).map(({ id }) => id)).toEqual(['users']);
    expect(second.edges.filter((edge, index) => edge !== first.edges[index])).toHaveLength(1);
  });

  it('are drawn open while a fix that changes something inside is shown', () => {
    const design = collapse(site(), 'vpc');
    const draft = draftOf(design);
    draft.patchSettings('db', { multiAz: true });
    const preview = { design: draft.design(), diff: draft.diff() };
    const { nodes } = createProjector()({ ...base, design, preview });
    expect(nodes.find(({ id }) => id === 'db')?.data.mark).toBe('changed');
  });
});
