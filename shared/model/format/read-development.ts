import { isJsonObject, type JsonObject } from '../../util/json';
import { limits } from './limits';
import { type Report, show } from './report';

/** Values that hold in development only, by the key of the setting; undefined where there are none. */
export function readDevelopment(record: JsonObject, where: string, report: Report): JsonObject | undefined {
  const value = record.development;
  if (value === undefined) return undefined;
  if (!isJsonObject(value)) {
    report(`${where}: "development" must be an object of settings and values, but is ${show(value)}.`);
    return undefined;
  }
  const keys = Object.keys(value);
  if (keys.length > limits.development)
    report(`${where}: "development" has ${keys.length} values; at most ${limits.development} are allowed.`);
  if (keys.some((key) => key === '' || key.length > limits.idLength))
    report(
      `${where}: "development" has the name of a setting that is empty or longer than ${limits.idLength} characters.`,
    );
  return keys.length === 0 ? undefined : value;
}
