import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';

const GONE = Symbol('no value');

const objectAt = (value: JsonObject, key: string): JsonObject => {
  const found = value[key];
  return isJsonObject(found) ? found : {};
};

/** The parameter that says the environment, as CloudFormation's conditions name it. */
const environmentOf = (condition: Json | undefined): readonly [name: Json, value: Json] | undefined => {
  const sides = isJsonObject(condition) ? condition['Fn::Equals'] : undefined;
  if (!Array.isArray(sides)) return undefined;
  const [left, right]: readonly Json[] = sides;
  return isJsonObject(left) && left.Ref !== undefined && right !== undefined ? [left.Ref, right] : undefined;
};

/**
 * A template as CloudFormation would read it for one environment: choices made, what is not there left out.
 * @throws where it asks for a condition that it does not have
 */
export function inEnvironment(template: JsonObject, environment: 'development' | 'production'): JsonObject {
  const conditions = objectAt(template, 'Conditions');
  const holds = (name: Json | undefined): boolean => {
    const sides = environmentOf(typeof name === 'string' ? conditions[name] : undefined);
    if (!sides) throw new Error(`No condition ${JSON.stringify(name)}`);
    return sides[1] === environment;
  };
  const read = (value: Json): Json | typeof GONE => {
    if (Array.isArray(value))
      return value.flatMap((item: Json): Json[] => {
        const next = read(item);
        return next === GONE ? [] : [next];
      });
    if (!isJsonObject(value)) return value;
    if (value.Ref === 'AWS::NoValue') return GONE;
    const choice = value['Fn::If'];
    if (Array.isArray(choice)) {
      const [name, yes = null, no = null]: readonly Json[] = choice;
      return read(holds(name) ? yes : no);
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item = null]): [string, Json][] => {
        const next = read(item);
        return next === GONE ? [] : [[key, next]];
      }),
    );
  };
  const entries = (block: string): JsonObject =>
    Object.fromEntries(
      Object.entries(objectAt(template, block)).flatMap(([id, entry]): [string, Json][] => {
        if (!isJsonObject(entry)) return [];
        const { Condition, ...rest } = entry;
        if (Condition !== undefined && !holds(Condition)) return [];
        const next = read(rest);
        return next === GONE ? [] : [[id, next]];
      }),
    );
  const names = new Set(Object.values(conditions).map((condition) => environmentOf(condition)?.[0]));
  const parameters = Object.entries(objectAt(template, 'Parameters')).filter(([name]) => !names.has(name));
  return { Parameters: Object.fromEntries(parameters), Resources: entries('Resources'), Outputs: entries('Outputs') };
}
