import type { FieldMeta } from '../../shared/catalog/fields';
import type { Json } from '../../shared/util/json';

/** Another size that AWS has of the same family. */
function otherSize(type: string): string {
  const sizes = type.startsWith('cache.t') ? ['medium', 'small'] : ['large', 'xlarge'];
  const [family, size] = [type.replace(/\.[^.]+$/, ''), type.replace(/^.*\./, '')];
  return `${family}.${sizes.find((other) => other !== size) ?? size}`;
}

/** Another value that the setting allows. */
export function otherValue(meta: FieldMeta, value: unknown): Json {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value < (meta.max ?? Infinity) ? value + 1 : value - 1;
  if (meta.options) return meta.options.map((option) => option.value).find((option) => option !== value) ?? null;
  return meta.control === 'suggest' ? otherSize(String(value)) : `${String(value)}x`;
}
