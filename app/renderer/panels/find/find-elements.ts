import { definitionOf } from '../../../../shared/catalog/catalog';
import type { Element } from '../../../../shared/model/design';
import type { Finding } from '../../../../shared/validation/rule';
import { inDrawingOrder } from '../../canvas/projection/drawing-order';
import { foldText } from '../../fold-text';
import type { AppState } from '../../store/state';

/** Element objects never change, so their text is put together once. */
const texts = new WeakMap<Element, string>();

function* valuesIn(value: unknown): Generator<string> {
  if (typeof value === 'string' || typeof value === 'number') yield String(value);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* valuesIn(inner);
}

function textOf(element: Element): string {
  const known = texts.get(element);
  if (known !== undefined) return known;
  const { kind, name, settings, tags = {} } = element;
  const definition = definitionOf(kind);
  const described = definition ? [definition.title, definition.headline(settings)] : [];
  const tagged = Object.entries(tags).map(([key, value]) => `tag:${key}=${value}`);
  const words = [name, kind, ...described, ...valuesIn(definition?.read(settings) ?? settings), ...tagged];
  const text = foldText(words.join('\n'));
  texts.set(element, text);
  return text;
}

const textOfFinding = ({ ruleId, title }: Finding): string => foldText(`${ruleId} ${title}`);

/**
 * Ids of the elements that hold every word of the query in their name, kind, setting values, own tags (`tag:Owner=web`) or in the rule or title of one of
 * their findings, in the order in which the canvas lists them. Nothing for an empty query.
 */
export function findElements(query: string, state: Pick<AppState, 'design' | 'findingsOf'>): readonly string[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return inDrawingOrder(state.design)
    .filter((element) => {
      const findings = (state.findingsOf.get(element.id) ?? []).map(textOfFinding);
      return words.every((word) => textOf(element).includes(word) || findings.some((text) => text.includes(word)));
    })
    .map(({ id }) => id);
}

/** The place reached by one step through `count` matches, round the ends; from nowhere to the first or the last. */
export function stepThrough(current: number | null, step: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  if (current === null) return step === 1 ? 0 : count - 1;
  return (Math.min(current, count - 1) + step + count) % count;
}
