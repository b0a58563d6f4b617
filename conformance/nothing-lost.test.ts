import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exportDesign } from '../exporters/export-design';
import { siteRange } from '../exporters/plan/site-links';
import { isActorKind, isServiceKind } from '../shared/catalog/catalog';
import type { Connection, Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Service, Topology } from '../shared/topology/topology';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';
import { linkedDesign } from './designs/generated-designs';
import { isThorough } from './thoroughness';

const RUNS = isThorough ? 2000 : 80;
const TIMEOUT_MS = 300_000;
const targets = ['cloudformation-json', 'cdk-typescript'] as const;

/** These answer everybody, or a whole site, whoever is drawn before them. */
const ANSWER_EVERYBODY: ReadonlySet<string> = new Set(['cloudfront', 'api-gateway', 'route53-zone', 'vpn-connection']);

const areOneSite = (one: Service | undefined, other: Service | undefined): boolean =>
  one?.kind === 'vpn-connection' &&
  other?.kind === 'vpn-connection' &&
  siteRange(one) !== undefined &&
  siteRange(one) === siteRange(other);

/** Another way of saying the same: both together lead to something, and one of them adds nothing. */
function sayTheSame(topology: Topology, one: Connection, other: Connection): boolean {
  const [from, to] = [topology.service(one.from), topology.service(one.to)];
  const [otherFrom, otherTo] = [topology.service(other.from), topology.service(other.to)];
  // What is sent by a site or to it is told by its range of addresses, whichever tunnel it takes.
  const isSameFrom = one.from === other.from || areOneSite(from, otherFrom);
  if (isSameFrom && (one.to === other.to || areOneSite(to, otherTo))) return true;
  if (!isActor(topology, one) || !isActor(topology, other)) return false;
  const pointsThere = topology.outgoing(other.to).some(({ kind, to: named }) => kind === 'dns' && named.id === one.to);
  return one.to === other.to || pointsThere;
}

const isActor = ({ design }: Topology, { from }: Connection): boolean =>
  isActorKind(design.elements.get(from)?.kind ?? '');

/**
 * What everybody reaches anyway is the same without one who is drawn before it. Two VPN connections of a VPC stand in for each
 * other by the routes that both announce.
 */
function isTrueAnyway(topology: Topology, line: Connection): boolean {
  const [from, to] = [topology.service(line.from), topology.service(line.to)];
  if (line.kind === 'failover') return from?.kind === 'vpn-connection';
  if (!isActor(topology, line) || !to) return false;
  const { kind, traits, ingress } = to;
  const { connections } = topology.design;
  const isOpenForOthers = ingress.some(
    ({ connectionId, source }) =>
      (connectionId === null || !isActor(topology, connections.get(connectionId) ?? line)) &&
      (source.kind === 'cidr' ? source.cidr === '0.0.0.0/0' : topology.service(source.id)?.kind === 'cloudfront'),
  );
  return ANSWER_EVERYBODY.has(kind) || isOpenForOthers || (kind === 'lambda-function' && traits.publicAddress);
}

/** Connections that no file shows and no note names: themselves, or an end that is left out or does not work. */
function lostIn(design: Design): readonly string[] {
  const topology = resolve(design);
  return targets.flatMap((target) => {
    const whole = exportDesign(topology, target, '2026-01-01');
    const textOf = ({ files }: typeof whole): string => files.map(({ text }) => text).join('\n');
    const named = new Set(whole.notes.flatMap(({ subjects }) => subjects));
    const faulty = new Set(whole.notes.flatMap(({ kind, subjects }) => (kind === 'assumed' ? [] : subjects)));
    return [...design.connections.values()].flatMap((line) => {
      if (named.has(line.id) || faulty.has(line.from) || faulty.has(line.to) || isTrueAnyway(topology, line)) return [];
      const others = [...design.connections].filter(([, other]) => !sayTheSame(topology, line, other));
      const without = exportDesign(resolve({ ...design, connections: new Map(others) }), target, '2026-01-01');
      const [from, to] = [line.from, line.to].map((id) => design.elements.get(id)?.kind);
      return textOf(without) === textOf(whole) ? [`${target}: ${from} ${line.kind} ${to}`] : [];
    });
  });
}

/** Services that no line of a file comes from, and that no note says are left out. */
function servicesLostIn(design: Design): readonly string[] {
  return targets.flatMap((target) => {
    const { files, notes } = exportDesign(resolve(design), target, '2026-01-01');
    const shown = new Set(files.flatMap((file) => file.spans().map(({ subject }) => subject)));
    const listed = new Set(notes.flatMap(({ kind, subjects }) => (kind === 'left-out' ? subjects : [])));
    return [...design.elements.values()].flatMap(({ id, kind }) =>
      isServiceKind(kind) && !shown.has(id) && !listed.has(id) ? [`${target}: ${kind}`] : [],
    );
  });
}

const drawn: readonly (readonly [string, Design])[] = [
  ...Object.entries(allDesigns).map(([name, make]) => [name, make()] as const),
  ...readExamples().map(({ name, design }) => [name, design] as const),
];

it.each(drawn)('nothing of %s is lost without a word', (_name, design) => {
  expect(lostIn(design)).toEqual([]);
  expect(servicesLostIn(design)).toEqual([]);
});

it('nothing of any design is lost without a word', { timeout: TIMEOUT_MS }, () => {
  fc.assert(
    fc.property(linkedDesign, (design) => {
      expect(lostIn(design)).toEqual([]);
      expect(servicesLostIn(design)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
