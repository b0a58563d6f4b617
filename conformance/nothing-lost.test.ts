import { expect, it } from 'vitest';
import { exportDesign } from '../exporters/export-design';
import { isActorKind } from '../shared/catalog/catalog';
import type { Connection, Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';

const targets = ['cloudformation-json', 'cdk-typescript'] as const;

/**
 * What actors reach is reached by everybody or by an address: the same with or without one more of them. Two VPN connections of a
 * VPC stand in for each other by the routes that both announce.
 */
const saysNothingNew = ({ elements, connections }: Design, line: Connection): boolean =>
  isActorKind(elements.get(line.from)?.kind ?? '') ||
  (line.kind === 'failover' && elements.get(line.from)?.kind === 'vpn-connection') ||
  [...connections.values()].some(({ id, from, to }) => id !== line.id && from === line.from && to === line.to);

/** Connections that no file shows and no note names. */
function lostIn(design: Design): readonly string[] {
  return targets.flatMap((target) => {
    const textOf = (drawn: Design) => exportDesign(resolve(drawn), target, '2026-01-01');
    const whole = textOf(design);
    const text = whole.files.map((file) => file.text).join('\n');
    const listed = new Set(whole.notes.flatMap(({ subjects }) => subjects));
    return [...design.connections.values()].flatMap((line) => {
      if ([line.id, line.from, line.to].some((id) => listed.has(id)) || saysNothingNew(design, line)) return [];
      const connections = new Map(design.connections);
      connections.delete(line.id);
      const without = textOf({ ...design, connections }).files.map((file) => file.text);
      const [from, to] = [line.from, line.to].map((id) => design.elements.get(id)?.kind);
      return without.join('\n') === text ? [`${target}: ${from} ${line.kind} ${to}`] : [];
    });
  });
}

const drawn: readonly (readonly [string, Design])[] = [
  ...Object.entries(allDesigns).map(([name, make]) => [name, make()] as const),
  ...readExamples().map(({ name, design }) => [name, design] as const),
];

it.each(drawn)('no connection of %s is lost without a word', (_name, design) => {
  expect(lostIn(design)).toEqual([]);
});
