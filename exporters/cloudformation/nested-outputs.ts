import type { JsonObject } from '../../shared/util/json';
import type { Group } from './groups';
import { getAtt } from './intrinsics';
import type { Reference } from './references';
import type { Output } from './template';

/** Names are stems of ids joined by dashes. */
export const stackIdOf = (group: Group): string => `${group.name.replaceAll('-', '')}Stack`;

/** The condition of a resource, where it is made in one environment alone. */
const conditionOf = ({ id }: Reference, home: Group): string | undefined => home.resources.get(id)?.Condition;

/** What an output of a nested stack depends on: where its resource is not made, it is not there either. */
export const conditionedBy = (reference: Reference, home: Group): Pick<Output, 'Condition'> => {
  const Condition = conditionOf(reference, home);
  return Condition === undefined ? {} : { Condition };
};

/** What an output of another stack says; nothing, where its resource is not made: whoever asks has a condition too. */
export function handedValue(reference: Reference, home: Group, name: string): JsonObject {
  const value = getAtt(stackIdOf(home), `Outputs.${name}`);
  const condition = conditionOf(reference, home);
  return condition === undefined ? value : { 'Fn::If': [condition, value, ''] };
}
