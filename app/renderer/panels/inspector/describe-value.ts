import type { FieldMeta } from '../../../../shared/catalog/fields';
import { shorten } from '../../format';

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** A value of a setting as a person would say it: `100 GB`, `on`, `gp3`; undefined where words would not help. */
export function describeValue(meta: FieldMeta, value: unknown): string | undefined {
  if (value === null) return 'not stated';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (value === 0 && meta.zeroMeans !== undefined) return meta.zeroMeans.toLowerCase();
  if (typeof value === 'number') return meta.unit ? `${number.format(value)} ${meta.unit}` : number.format(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : undefined;
  if (typeof value !== 'string') return undefined;
  if (value === '') return 'empty';
  return shorten(meta.options?.find((option) => option.value === value)?.label ?? value, 40);
}
