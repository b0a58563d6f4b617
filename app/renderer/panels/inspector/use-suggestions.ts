import type { FieldMeta } from '../../../../shared/catalog/fields';
import type { PriceBook } from '../../../../shared/pricing/price-book';
import { useApp } from '../../store/app';
import { suggestTypes, type TypeSuggestion } from './instance-types';

type List = NonNullable<FieldMeta['suggestions']>;

const cache = new WeakMap<PriceBook, Map<List, readonly TypeSuggestion[]>>();

const suggestFrom = (book: PriceBook, list: List): readonly TypeSuggestion[] => {
  const lists = cache.get(book) ?? new Map<List, readonly TypeSuggestion[]>();
  cache.set(book, lists);
  const known = lists.get(list) ?? suggestTypes(list, book);
  lists.set(list, known);
  return known;
};

/** Types to suggest for an element, priced as in its Region. */
export function useSuggestions(elementId: string | undefined): (list: List) => readonly TypeSuggestion[] {
  const books = useApp((state) => state.books);
  const code = useApp((state) =>
    elementId === undefined ? undefined : state.topology.service(elementId)?.region?.code,
  );
  const book = books?.find(code ?? 'us-east-1');
  return (list) => (book ? suggestFrom(book, list) : []);
}
