import fc from 'fast-check';
import { allDefinitions, definitionOf, isActorKind, isServiceKind } from '../catalog/catalog';
import { type Connection, type Design, type Element, makeConnection, makeElement } from '../model/design';
import type { JsonObject } from '../util/json';
import { architectureArbitrary } from './arbitraries';

/** One change of a document, sensible or not; the numbers choose among what there is. */
export interface Edit {
  readonly verb: (typeof VERBS)[number];
  readonly kind: string;
  readonly a: number;
  readonly b: number;
  readonly settings: JsonObject;
}

const VERBS = [
  'settings',
  'settings',
  'settings',
  'name',
  'development',
  'frame',
  'parent',
  'tier',
  'subnets',
  'kind',
  'add',
  'remove',
  'remove-alone',
  'connect',
  'connect',
  'link',
  'disconnect',
  'connection',
  'header',
] as const;

const KINDS = allDefinitions().map(({ kind }) => kind);
const CONNECTIONS = [
  'traffic',
  'data',
  'traffic',
  'data',
  'session',
  'async',
  'dns',
  'logs',
  'uses',
  'admin',
  'replicates',
  'failover',
];

const drawEdit = (verbs: readonly Edit['verb'][]): fc.Arbitrary<Edit> =>
  fc.record({
    verb: fc.constantFrom(...verbs),
    kind: fc.constantFrom(...KINDS, 'from-the-future'),
    a: fc.nat(1000),
    b: fc.nat(1000),
    settings: fc.constantFrom<JsonObject[]>(
      {},
      { multiAz: true },
      { multiAz: false, storageGb: 200 },
      { min: 1, desired: 1, max: 1 },
      { min: 3, desired: 3, max: 9 },
      { defaultRoute: 'none' },
      { exposure: 'public' },
      { cidr: '10.0.0.0/20' },
      { zone: 'c' },
      { sessionStore: 'memory', localFiles: 'yes' },
      { requestsPerSecond: 900 },
      { optional: true, gbPerMonth: 5000 },
      { protocol: 'http', durationMs: 3000 },
      { extraIngress: [{ protocol: 'tcp', fromPort: 22, toPort: 22, cidr: '0.0.0.0/0' }] },
      { role: 'web' },
      { awsAccess: 'keys', dataDisk: 'instance' },
      { label: 'password: correct-horse-9', addressing: 'address', encryption: 'plain' },
      { storageGb: 'a lot', rotation: false },
    ),
  });

export const editArbitrary = drawEdit(VERBS);

/** Edits after which networks lie as they lay, so that most of a design can be told to be the same. */
export const tameEditArbitrary = drawEdit([
  'settings',
  'settings',
  'name',
  'development',
  'remove',
  'link',
  'link',
  'link',
  'disconnect',
  'connection',
  'header',
]);

const pick = <T>(items: Iterable<T>, number: number): T | undefined => {
  const all = [...items];
  return all[number % Math.max(1, all.length)];
};

function editElement(element: Element, { verb, kind, b, settings }: Edit, design: Design): Element {
  const other = pick(design.elements.keys(), b) ?? null;
  switch (verb) {
    case 'name':
      return { ...element, name: b % 7 === 0 ? 'AKIAIOSFODNN7EXAMPLE' : `${element.name} ${b}` };
    case 'development':
      return { ...element, development: settings };
    case 'frame':
      return { ...element, frame: { ...element.frame, x: b } };
    case 'parent':
      return { ...element, parent: b % 9 === 0 ? null : other };
    case 'tier':
      return { ...element, tier: b % 5 === 0 ? null : other };
    case 'subnets':
      return { ...element, subnets: [...element.subnets.slice(b % 2), ...(other === null ? [] : [other])] };
    case 'kind':
      return { ...element, kind };
    default:
      return { ...element, settings: { ...element.settings, ...settings } };
  }
}

function editConnections({ verb, a, b, settings }: Edit, design: Design): ReadonlyMap<string, Connection> {
  const connections = new Map(design.connections);
  const line = pick(connections.values(), a);
  const isEnd = ({ kind }: Element): boolean =>
    verb === 'link' ? isServiceKind(kind) || isActorKind(kind) : definitionOf(kind)?.scope !== 'container';
  const ends = [...design.elements.values()].filter(isEnd);
  const [from, to] = [pick(ends, a)?.id, pick(ends, b)?.id];
  if ((verb === 'connect' || verb === 'link') && from !== undefined && to !== undefined) {
    const id = `line-${a}-${b}`;
    connections.set(id, makeConnection({ id, kind: pick(CONNECTIONS, (a + b) % 17) ?? 'data', from, to, settings }));
  } else if (line && verb === 'disconnect') connections.delete(line.id);
  else if (line && verb === 'connection') connections.set(line.id, { ...line, settings });
  return connections;
}

/** The design after an edit. What the edit does not name keeps its identity. */
export function applyEdit(design: Design, edit: Edit): Design {
  const { verb, kind, a, b, settings } = edit;
  if (verb === 'header')
    return {
      ...design,
      header: {
        ...design.header,
        settings: { ...design.header.settings, environment: pick(['production', 'regulated', 'learning'], a) ?? '' },
      },
    };
  if (verb === 'connect' || verb === 'link' || verb === 'disconnect' || verb === 'connection')
    return { ...design, connections: editConnections(edit, design) };
  const elements = new Map(design.elements);
  const element = pick(elements.values(), a);
  if (verb === 'add') {
    const id = `${b % 2 === 0 ? 'a' : 'z'}-${a}-${b}`;
    const parent = pick(elements.keys(), b) ?? null;
    elements.set(id, makeElement({ id, kind, name: id, parent, settings }));
    return { ...design, elements };
  }
  if (!element) return design;
  if (verb !== 'remove' && verb !== 'remove-alone') {
    elements.set(element.id, editElement(element, edit, design));
    return { ...design, elements };
  }
  elements.delete(element.id);
  if (verb === 'remove-alone') return { ...design, elements };
  const kept = [...design.connections].filter(([, { from, to }]) => from !== element.id && to !== element.id);
  return { ...design, elements, connections: new Map(kept) };
}

/** Several networks side by side, with people outside of them: their ids begin with a number. */
export const networksArbitrary: fc.Arbitrary<Design> = fc
  .array(architectureArbitrary(12), { minLength: 1, maxLength: 3 })
  .map((designs) => {
    const elements: Element[] = [];
    const connections: Connection[] = [];
    designs.forEach((design, number) => {
      const rename = (id: string): string => `${number}-${id}`;
      for (const element of design.elements.values())
        elements.push({
          ...element,
          id: rename(element.id),
          parent: element.parent && rename(element.parent),
          tier: element.tier && rename(element.tier),
          subnets: element.subnets.map(rename),
        });
      for (const line of design.connections.values())
        connections.push({ ...line, id: rename(line.id), from: rename(line.from), to: rename(line.to) });
    });
    return {
      header: designs[0]?.header ?? { name: 'Networks', settings: {} },
      elements: new Map(elements.map((element) => [element.id, element])),
      connections: new Map(connections.map((line) => [line.id, line])),
    };
  });
