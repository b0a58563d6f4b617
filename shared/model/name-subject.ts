import type { Design } from './design';
import { EVERY_ELEMENT } from './waiver';

/** The name of an element, or of a connection by its ends; the id of what is gone. */
export function nameSubject({ elements, connections }: Design, id: string): string {
  if (id === EVERY_ELEMENT) return 'every element';
  const connection = connections.get(id);
  const named = (element: string): string => elements.get(element)?.name ?? element;
  return connection ? `${named(connection.from)} → ${named(connection.to)}` : named(id);
}
