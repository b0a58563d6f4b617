import { definitionOf } from './catalog';

/** Whether tags of an element of the kind mean something: services have them, containers hand them on; people and notes do not. */
export function takesTags(kind: string): boolean {
  const definition = definitionOf(kind);
  return definition !== undefined && definition.scope !== 'canvas';
}
