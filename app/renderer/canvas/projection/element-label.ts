import { definitionOf } from '../../../../shared/catalog/catalog';
import { connectionMeanings, isConnectionKind } from '../../../../shared/catalog/connections';
import type { Connection, Element } from '../../../../shared/model/design';
import { type OutageState, outageWords } from '../../outage/outage-view';

const count = (findings: number): string => (findings === 1 ? '1 finding' : `${findings} findings`);

const LONGEST = 120;
const cut = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);

/** What a screen reader says of an element: "Database, Amazon RDS database, in Database tier, 2 findings"; in outage mode its state. */
export function describeElement(
  { kind, name, locked, collapsed }: Element,
  place: string | undefined,
  findings: number,
  outage?: OutageState,
): string {
  const parts = [cut(name), definitionOf(kind)?.title ?? `unknown kind ${kind}`];
  if (collapsed) parts.push('collapsed');
  if (place !== undefined) parts.push(`in ${cut(place)}`);
  if (locked) parts.push('locked');
  if (outage) parts.push(outageWords[outage]);
  else if (findings > 0) parts.push(count(findings));
  return parts.join(', ');
}

/** "3 connections from Users to VPC", where they are drawn as one. */
export const describeMerged = (connections: number, from: Element, to: Element): string =>
  `${connections} connections from ${cut(from.name)} to ${cut(to.name)}`;

/** "Load balancer sends traffic to Web servers". */
export function describeConnection({ kind }: Connection, from: Element, to: Element): string {
  const verb = isConnectionKind(kind) ? connectionMeanings[kind].title : 'is connected to';
  return `${cut(from.name)} ${verb} ${cut(to.name)}`;
}
