import fc from 'fast-check';
import { type Connection, type Design, type Element, makeConnection, makeElement, type Waiver } from '../model/design';
import { withDevelopment } from '../model/development';
import { type Tags, withDesignTags, withTags } from '../model/tags';
import { compareWaivers, waiverKey, withWaivers } from '../model/waiver';
import type { Json, JsonObject } from '../util/json';

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

const key = fc.string({ maxLength: 12 }).filter((text) => !UNSAFE.has(text));
const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

export const settingsArbitrary: fc.Arbitrary<JsonObject> = fc.dictionary(key, json, {
  maxKeys: 4,
  noNullPrototype: true,
});

const EXTRA_KEYS = ['futureField', 'zIndex', 'µ', 'locked by'] as const;
const extraArbitrary = fc.dictionary(fc.constantFrom(...EXTRA_KEYS), json, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});

const coordinate = fc.integer({ min: -10_000, max: 10_000 });
const length = fc.integer({ min: 0, max: 4000 });
const frameArbitrary = fc.record({ x: coordinate, y: coordinate, width: length, height: length });

const idArbitrary = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom('__proto__', 'toString', 'hasOwnProperty', '🗄️', 'a b'),
);

const withExtra = <T extends object>(record: T, extra: JsonObject | undefined): T & { extra?: JsonObject } =>
  extra ? { ...record, extra } : record;

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const words = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');

const waiversArbitrary: fc.Arbitrary<readonly Waiver[]> = fc
  .uniqueArray(
    fc.record(
      {
        rule: fc.constantFrom('AVL-01', 'AVL-05', 'FUT-99'),
        element: fc.constantFrom('*', 'web', '__proto__', 'a b'),
        reason: words,
        owner: words,
        created: day,
        expires: day,
        extra: extraArbitrary,
      },
      { requiredKeys: ['rule', 'element', 'reason', 'owner', 'created'] },
    ),
    { selector: waiverKey, maxLength: 4 },
  )
  .map((waivers) =>
    waivers
      .map(({ expires, ...waiver }) =>
        expires === undefined || expires < waiver.created ? waiver : { ...waiver, expires },
      )
      .sort(compareWaivers),
  );

const tagsArbitrary = fc.dictionary(
  fc.constantFrom('Owner', 'CostCenter', 'a b', 'Ключ'),
  fc.constantFrom('1', 'web', 'a:b'),
  {
    minKeys: 1,
    maxKeys: 3,
  },
);

interface Sketch {
  readonly kind: string;
  readonly name: string;
  readonly frame: Element['frame'];
  readonly settings: JsonObject;
  readonly extra: JsonObject | undefined;
  readonly tags: Tags | undefined;
  readonly development: JsonObject | undefined;
  readonly inside: number;
  readonly tier: number;
  readonly subnets: readonly number[];
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  kind: fc.constantFrom('vpc', 'subnet', 'rds-instance', 'note', 'quantum-computer'),
  name: fc.string({ unit: 'binary', maxLength: 20 }),
  frame: frameArbitrary,
  settings: settingsArbitrary,
  extra: fc.option(extraArbitrary, { nil: undefined }),
  tags: fc.option(tagsArbitrary, { nil: undefined }),
  development: fc.option(
    settingsArbitrary.filter((values) => !Object.hasOwn(values, '')),
    { nil: undefined, freq: 2 },
  ),
  inside: fc.nat(20),
  tier: fc.nat(20),
  subnets: fc.uniqueArray(fc.nat(20), { maxLength: 3 }),
});

/** Picks an earlier id, or none: so that parents never form a cycle. */
const earlier = (ids: readonly string[], index: number, pick: number): string | null =>
  pick % 3 === 0 || index === 0 ? null : (ids[pick % index] ?? null);

/** Sound designs of any content: known and unknown kinds, odd ids and names, fields of the future. */
export const designArbitrary: fc.Arbitrary<Design> = fc
  .record({
    name: fc.string({ maxLength: 30 }),
    settings: settingsArbitrary,
    extra: fc.option(extraArbitrary, { nil: undefined }),
    waivers: waiversArbitrary,
    tags: fc.option(tagsArbitrary, { nil: undefined }),
    ids: fc.uniqueArray(idArbitrary, { maxLength: 12 }),
    sketches: fc.array(sketch, { minLength: 12, maxLength: 12 }),
    lines: fc.array(fc.record({ from: fc.nat(11), to: fc.nat(11), settings: settingsArbitrary }), { maxLength: 8 }),
  })
  .map(({ name, settings, extra, waivers, tags, ids, sketches, lines }) => {
    const elements = new Map<string, Element>();
    for (const [index, id] of ids.entries()) {
      const item = sketches[index];
      if (!item) continue;
      const { inside, tier, subnets, tags, development, extra: future, ...fields } = item;
      const element = makeElement({
        id,
        ...fields,
        parent: earlier(ids, index, inside),
        tier: earlier(ids, index, tier),
        subnets: [...new Set(subnets.flatMap((pick) => earlier(ids, index, pick) ?? []))],
      });
      elements.set(id, withDevelopment(withTags(withExtra(element, future), tags ?? {}), development ?? {}));
    }
    const connections = new Map<string, Connection>();
    for (const [index, line] of lines.entries()) {
      const from = ids[line.from];
      const to = ids[line.to];
      if (from === undefined || to === undefined || from === to) continue;
      const connection = makeConnection({ id: `line-${index}`, kind: 'data', from, to, settings: line.settings });
      connections.set(connection.id, connection);
    }
    const header = withWaivers(withExtra({ name, settings }, extra), waivers);
    const tagged = withDesignTags(header, tags ? { tags, required: Object.keys(tags) } : {});
    return { header: tagged, elements, connections };
  });
