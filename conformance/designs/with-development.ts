import { developmentKeys } from '../../exporters/plan/development';
import { definitionOf } from '../../shared/catalog/catalog';
import { fieldMeta } from '../../shared/catalog/fields';
import type { Design, Element } from '../../shared/model/design';
import { withDevelopment } from '../../shared/model/development';
import type { Json } from '../../shared/util/json';
import { otherValue } from './other-value';

/** Another value than the drawn one; for text of several lines, one line more. */
function valueFor({ kind, settings }: Element, key: string): Json {
  const definition = definitionOf(kind);
  const field = definition?.schema.shape[key];
  const meta = field && fieldMeta.get(field);
  if (!definition || !meta) throw new Error(`${kind} has no setting ${key}`);
  const value: unknown = Reflect.get(definition.read(settings), key);
  if (meta.control === 'lines') return `${String(value)}\nSTAGE=development`.trim();
  if (value === null) return (meta.min ?? 1) + 1;
  return otherValue(meta, value);
}

/** The same design with another value in development for every setting that may have one, or for those that are picked. */
export const withDevelopmentValues = (
  design: Design,
  isPicked: (element: Element, key: string) => boolean = () => true,
): Design => ({
  ...design,
  elements: new Map(
    [...design.elements].map(([id, element]) => {
      const keys = developmentKeys(element.kind).filter((key) => isPicked(element, key));
      return [id, withDevelopment(element, Object.fromEntries(keys.map((key) => [key, valueFor(element, key)])))];
    }),
  ),
});
