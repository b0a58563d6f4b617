import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/testing/builder';
import { resolve } from '../../../shared/topology/resolve';
import { focusPath } from './focus-path';

const topology = resolve(
  buildNetwork(['a', 'b'], { web: 'public', app: 'private', database: 'isolated' })
    .add('users', 'users')
    .add('office', 'office')
    .add('alb', 'application-load-balancer', { parent: 'vpc', tier: 'tier-web', subnets: ['web-a', 'web-b'] })
    .add('one', 'ec2-instance', { parent: 'app-a' })
    .add('two', 'ec2-instance', { parent: 'app-b' })
    .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'] })
    .add('bastion', 'bastion-host', { parent: 'web-a' })
    .add('note', 'note')
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'one')
    .connect('traffic', 'alb', 'two')
    .connect('data', 'one', 'db')
    .connect('data', 'two', 'db')
    .connect('admin', 'office', 'bastion')
    .connect('admin', 'bastion', 'one')
    .build(),
);

const servicesIn = (...ids: string[]): string[] =>
  [...topology.services, ...topology.actors]
    .map(({ id }) => id)
    .filter((id) => focusPath(topology, ids)?.elements.has(id))
    .sort();

describe('what lies on the way of requests', () => {
  it('is everything before and behind a service, and nothing beside it', () => {
    expect(servicesIn('one')).toEqual(['alb', 'db', 'one', 'users']);
    expect([...(focusPath(topology, ['one'])?.connections ?? [])].sort()).toEqual([
      'alb-traffic-one',
      'one-data-db',
      'users-traffic-alb',
    ]);
  });

  it('is every way to what all lead to', () => {
    expect(servicesIn('db')).toEqual(['alb', 'db', 'one', 'two', 'users']);
  });

  it('goes through a connection where one is chosen', () => {
    expect(servicesIn('alb-traffic-two')).toEqual(['alb', 'db', 'two', 'users']);
  });

  it('keeps the containers, tiers and subnets it runs through', () => {
    const elements = focusPath(topology, ['one'])?.elements;
    for (const id of ['region', 'vpc', 'az-a', 'app-a', 'tier-database', 'database-b']) expect(elements).toContain(id);
    expect(elements?.has('app-b')).toBe(false);
  });

  it('is that of all services of a container or tier', () => {
    expect(servicesIn('app-b')).toEqual(['alb', 'db', 'two', 'users']);
    expect(servicesIn('tier-database')).toEqual(['alb', 'db', 'one', 'two', 'users']);
  });

  it('is nothing for what takes no part in requests', () => {
    expect(focusPath(topology, ['note'])).toBeNull();
    expect(focusPath(topology, [])).toBeNull();
  });
});
