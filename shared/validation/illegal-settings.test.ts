import { expect, it } from 'vitest';
import { emptyDesign, makeElement } from '../model/design';
import { resolve } from '../topology/resolve';
import { validate } from './validate';

it('judges the same settings by the kind that has them', () => {
  const settings = { engine: 'mysql' };
  const region = makeElement({ id: 'region', kind: 'region', name: 'Region' });
  const vpc = makeElement({ id: 'vpc', kind: 'vpc', name: 'VPC', parent: 'region' });
  const elements = [
    makeElement({ id: 'store', kind: 'rds-instance', name: 'Store', parent: 'vpc', settings }),
    makeElement({ id: 'cluster', kind: 'aurora-cluster', name: 'Cluster', parent: 'vpc', settings }),
  ];
  const all = [region, vpc, ...elements].map((element) => [element.id, element] as const);
  const found = validate(resolve({ ...emptyDesign(), elements: new Map(all) })).findings;
  expect(found.filter(({ ruleId }) => ruleId === 'CON-13').map(({ subjects }) => subjects.elements)).toEqual([
    ['cluster'],
  ]);
});

it('shows the beginning of a long value', () => {
  const settings = { engine: 'x'.repeat(5000) };
  const region = makeElement({ id: 'region', kind: 'region', name: 'Region' });
  const cache = makeElement({
    id: 'cache',
    kind: 'sns-topic',
    name: 'News',
    parent: 'region',
    settings: { fifo: settings },
  });
  const elements = new Map([region, cache].map((element) => [element.id, element] as const));
  const [finding] = validate(resolve({ ...emptyDesign(), elements })).findings;
  expect(finding?.message).toBe(
    `News has settings that AWS would refuse: fifo = {"engine":"${'x'.repeat(49)}…. Prices and templates use the usual value instead. Correct or drop them.`,
  );
});
