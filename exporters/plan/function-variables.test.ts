import { expect, it } from 'vitest';
import { functionVariables } from './function-variables';

it('leaves out names that Lambda refuses: one letter, an underscore first, its own', () => {
  const { taken, refused } = functionVariables('A=1\n_B=2\nAWS_REGION=x\nCC=3');
  expect(taken).toEqual([{ name: 'CC', value: '3' }]);
  expect(refused).toEqual(['A', '_B', 'AWS_REGION']);
});
