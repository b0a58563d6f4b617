import type { PriceKey } from '../price-key';
import { isAskableRegion, type PriceQuestion } from './question';
import { ec2Questions } from './questions/amazon-ec2';
import { databaseQuestions } from './questions/databases';
import { edgeQuestions } from './questions/edge-services';
import { managedQuestions } from './questions/managed-services';
import { networkQuestions } from './questions/network';

const REGIONAL = { ...ec2Questions, ...networkQuestions, ...databaseQuestions, ...managedQuestions };

export const GLOBAL_REGION = 'global';

const splitKey = (key: PriceKey): { item: string; attributes: ReadonlyMap<string, string> } => {
  const at = key.indexOf('?');
  if (at < 0) return { item: key, attributes: new Map() };
  const pairs = key
    .slice(at + 1)
    .split('&')
    .map((pair): [string, string] => {
      const sign = pair.indexOf('=');
      return [pair.slice(0, sign), pair.slice(sign + 1)];
    });
  return { item: key.slice(0, at), attributes: new Map(pairs) };
};

/**
 * How to ask the price list for a price of the book; undefined where it has none (Spot prices, prices of several products,
 * a Region it is not asked for) or where the key names no type AWS could have. The Region of worldwide prices is `global`.
 */
export const askPrice = (key: PriceKey, region: string): PriceQuestion | undefined => {
  const { item, attributes } = splitKey(key);
  const attribute = (name: string): string => attributes.get(name) ?? '';
  const worldwide = Object.hasOwn(edgeQuestions, item) ? edgeQuestions[item] : undefined;
  if (worldwide !== undefined) return worldwide({ key, region: GLOBAL_REGION, attribute });
  const rule = Object.hasOwn(REGIONAL, item) ? REGIONAL[item] : undefined;
  return rule === undefined || !isAskableRegion(region) ? undefined : rule({ key, region, attribute });
};
