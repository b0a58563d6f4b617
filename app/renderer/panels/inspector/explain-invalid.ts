import type { FieldMeta } from '../../../../shared/catalog/fields';
import { shorten } from '../../format';

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

const withUnit = (meta: FieldMeta): string => (meta.unit === undefined ? '' : ` ${meta.unit}`);

function describeRange(meta: FieldMeta): string {
  const { min, max } = meta;
  if (min !== undefined && max !== undefined && max < 1e12)
    return `from ${number.format(min)} to ${number.format(max)}${withUnit(meta)}`;
  if (min !== undefined) return `of at least ${number.format(min)}${withUnit(meta)}`;
  return `of at most ${number.format(max ?? 0)}${withUnit(meta)}`;
}

/** Why a value does not fit a setting: what is allowed, and the value. */
export function explainInvalid(meta: FieldMeta, value: string | number): string {
  if (meta.control === 'number') {
    if (typeof value === 'string')
      return `${meta.label} must be a number ${describeRange(meta)}; “${shorten(value, 24)}” is not.`;
    const kind = meta.integer ? 'a whole number' : 'a number';
    return `${meta.label} must be ${kind} ${describeRange(meta)}; ${number.format(value)} is not.`;
  }
  if (meta.control === 'suggest')
    return `“${shorten(String(value), 24)}” does not look like a type. Types look like m5.large or db.r6g.large.`;
  if (typeof value === 'string' && meta.max !== undefined && value.length > meta.max)
    return `${meta.label} takes at most ${meta.max} characters; this has ${value.length}.`;
  const wanted = meta.form === undefined ? `. ${meta.help ?? ''}`.trim() : `: write ${meta.form}.`;
  return `“${shorten(String(value), 24)}” does not fit ${meta.label}${wanted}`;
}
