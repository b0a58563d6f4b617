import type { Connection, Element } from '../model/design';
import type { Topology } from '../topology/topology';
import { groupBy } from '../util/grouping';
import type { Json } from '../util/json';
import { mapDefined } from '../util/lists';
import { compareBy } from '../util/sorting';

export type SecretKind = 'access-key' | 'secret';

interface Shape {
  readonly kind: SecretKind;
  /** What it looks like, for the message. */
  readonly name: string;
  readonly pattern: RegExp;
}

/** A value that somebody chose to be hard to guess: eight characters or more, letters and digits or signs mixed. */
const VALUE = String.raw`["']?(?=[^\s"']*[A-Za-z])(?=[^\s"']*[\d!@#$%^&*+/=])[^\s"']{8,}`;

/** Shapes that nothing but a secret has. */
const SHAPES: readonly Shape[] = [
  { kind: 'access-key', name: 'an access key of AWS', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  {
    kind: 'secret',
    name: 'a private key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/,
  },
  {
    kind: 'secret',
    name: 'a password or key',
    pattern: new RegExp(
      String.raw`(?<![A-Za-z])(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|secret[_-]?(?:access[_-]?)?key)\s*[:=]\s*${VALUE}`,
      'i',
    ),
  },
  { kind: 'secret', name: 'a password in an address', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s:/@]{3,}@/i },
  {
    kind: 'secret',
    name: 'a token',
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|xox[abprs]-[A-Za-z0-9-]{10,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{5,})/,
  },
];

const REMOVED = '[removed]';

export interface WrittenSecret {
  readonly kind: SecretKind;
  readonly name: string;
}

const NONE: readonly WrittenSecret[] = [];

function readText(text: string): readonly WrittenSecret[] {
  if (text.length < 8) return NONE;
  return SHAPES.filter(({ pattern }) => pattern.test(text)).map(({ kind, name }) => ({ kind, name }));
}

function readJson(value: Json): readonly WrittenSecret[] {
  if (typeof value === 'string') return readText(value);
  if (Array.isArray(value)) return value.flatMap(readJson);
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap((item) => readJson(item ?? null))
    : NONE;
}

/** Elements and connections never change, so each is read once. */
const known = new WeakMap<Element | Connection, readonly WrittenSecret[]>();

/** Secrets written into the name, the settings or the values for development of an element or a connection, each shape once. */
export function secretsIn(part: Element | Connection): readonly WrittenSecret[] {
  const found = known.get(part);
  if (found) return found;
  const own = 'name' in part ? [...readText(part.name), ...readJson(part.development ?? null)] : NONE;
  const all = [...own, ...readJson(part.settings)];
  const distinct = all.length === 0 ? NONE : [...new Map(all.map((secret) => [secret.name, secret])).values()];
  known.set(part, distinct);
  return distinct;
}

/** An element with the secrets in its own texts, and the connections that leave it with those in theirs. */
export interface Guilty {
  readonly element: Element;
  readonly own: readonly WrittenSecret[];
  readonly lines: readonly { readonly id: string; readonly secrets: readonly WrittenSecret[] }[];
}

const NO_LINES: Guilty['lines'] = [];

/** Every element with a secret in its texts or in those of a connection that leaves it; connections in the order of ids. */
export function findGuilty({ elements, connections }: Topology): readonly Guilty[] {
  const written = mapDefined(connections, (line) => {
    const secrets = secretsIn(line);
    return secrets.length > 0 ? { id: line.id, from: line.from, secrets } : undefined;
  }).sort(compareBy(({ id }) => id));
  const leaving = groupBy(written, ({ from }) => from);
  return mapDefined(elements, (element): Guilty | undefined => {
    const own = secretsIn(element);
    const lines = leaving.get(element.id) ?? NO_LINES;
    return own.length > 0 || lines.length > 0 ? { element, own, lines } : undefined;
  });
}

const hideIn = (text: string, kind: SecretKind): string =>
  SHAPES.filter((shape) => shape.kind === kind).reduce(
    (hidden, { pattern }) => hidden.replace(new RegExp(pattern.source, `${pattern.flags}g`), REMOVED),
    text,
  );

/** The same value with every secret of that kind taken out. */
export function hideSecrets(value: Json, kind: SecretKind): Json {
  if (typeof value === 'string') return hideIn(value, kind);
  if (Array.isArray(value)) return value.map((item) => hideSecrets(item, kind));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideSecrets(item ?? null, kind)]));
}
