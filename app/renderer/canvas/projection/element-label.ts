import { definitionOf } from '../../../../shared/catalog/catalog';
import { connectionMeanings, isConnectionKind } from '../../../../shared/catalog/connections';
import type { Connection, Design, Element } from '../../../../shared/model/design';

const count = (findings: number): string => (findings === 1 ? '1 finding' : `${findings} findings`);

const LONGEST = 120;
const cut = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);

/** What a screen reader says of an element: "Database, Amazon RDS database, in Database tier, 2 findings". */
export function describeElement(design: Pick<Design, 'elements'>, element: Element, findings: number): string {
  const title = definitionOf(element.kind)?.title ?? `unknown kind ${element.kind}`;
  const place = design.elements.get(element.tier ?? element.parent ?? '');
  const parts = [cut(element.name), title];
  if (place) parts.push(`in ${cut(place.name)}`);
  if (findings > 0) parts.push(count(findings));
  return parts.join(', ');
}

/** "Load balancer sends traffic to Web servers". */
export function describeConnection(design: Pick<Design, 'elements'>, connection: Connection): string {
  const name = (id: string): string => cut(design.elements.get(id)?.name ?? 'missing element');
  const verb = isConnectionKind(connection.kind) ? connectionMeanings[connection.kind].title : 'is connected to';
  return `${name(connection.from)} ${verb} ${name(connection.to)}`;
}
