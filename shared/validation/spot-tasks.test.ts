import { expect, it } from 'vitest';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { validate } from './validate';

/** What is said of a container service that runs on Spot. */
const faultsOf = (settings: JsonObject): readonly string[] => {
  const design = buildNetwork(['a', 'b'], { app: 'private' })
    .add('shop', 'ecs-service', { parent: 'vpc', subnets: ['app-a', 'app-b'], settings })
    .build();
  return validate(resolve(design)).findings.flatMap(({ ruleId, message }) => (ruleId === 'COST-03' ? [message] : []));
};

it('finds tasks on Spot that do not survive an interruption', () => {
  expect(faultsOf({ capacity: 'spot', min: 1, desired: 1 })).toEqual([expect.stringMatching(/only task/)]);
  expect(faultsOf({ capacity: 'spot', sessionStore: 'memory' })).toEqual([expect.stringMatching(/keep sessions/)]);
  expect(faultsOf({ capacity: 'mixed', min: 1, desired: 1, sessionStore: 'cache' })).toEqual([]);
  expect(faultsOf({ capacity: 'spot', min: 2, desired: 2, sessionStore: 'none' })).toEqual([]);
  expect(faultsOf({ capacity: 'spot', role: 'worker', min: 1, desired: 1 })).toEqual([]);
  expect(faultsOf({})).toEqual([]);
});
