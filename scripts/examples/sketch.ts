import type { ConnectionKind } from '../../shared/catalog/connections';
import { addElement } from '../../shared/commands/add-element';
import { changeDesignSettings } from '../../shared/commands/change-design-settings';
import { connect } from '../../shared/commands/connect';
import { resizeElement } from '../../shared/commands/resize-element';
import { setDesignTags, setTags } from '../../shared/commands/set-tags';
import { setZones } from '../../shared/commands/set-zones';
import { fitDesign } from '../../shared/layout/fit';
import { type Connection, type Design, type Element, emptyDesign } from '../../shared/model/design';
import { applyDiff, type DesignDiff } from '../../shared/model/diff';
import type { Tags } from '../../shared/model/tags';
import type { JsonObject } from '../../shared/util/json';
import type { Result } from '../../shared/util/result';

interface Placing {
  /** Name of the container; the canvas where left out. */
  readonly in?: string;
  readonly x?: number;
  readonly y?: number;
  readonly settings?: JsonObject;
}

export interface Sketch {
  /** Drops a kind under a name; the name is what the rest of the sketch calls it. */
  add(kind: string, name: string, placing?: Placing): Sketch;
  /** A Region with a VPC `vpcTop` below its top, zones a, b… and an internet gateway. */
  network(region: string, zones: number, at: { readonly x: number; readonly y: number }, vpcTop?: number): Sketch;
  tier(role: string, name: string, exposure?: 'public' | 'private' | 'isolated'): Sketch;
  note(name: string, text: string, placing: Placing & { readonly width?: number; readonly height?: number }): Sketch;
  connect(from: string, to: string, kind?: ConnectionKind, settings?: JsonObject): Sketch;
  /** Where a spanning service lies, by the names of the zones. */
  onlyIn(name: string, ...zones: string[]): Sketch;
  settings(settings: JsonObject): Sketch;
  /** Tags of the whole design; each is required of everything. */
  tagAll(tags: Tags): Sketch;
  /** Tags of what has one of these names. */
  tag(tags: Tags, ...names: string[]): Sketch;
  /** The design, tidied, with ids that read like the names. */
  finish(): Design;
}

function mustApply(design: Design, result: Result<DesignDiff>): Design {
  const next = result.ok ? applyDiff(design, result.value) : result;
  if (!next.ok) throw new Error(next.error.message);
  return next.value;
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function uniqueIds(names: readonly (readonly [id: string, name: string])[]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const [id, name] of names) {
    let readable = slug(name);
    for (let number = 2; taken.has(readable); number += 1) readable = `${slug(name)}-${number}`;
    taken.add(readable);
    ids.set(id, readable);
  }
  return ids;
}

/** Ids from names, so that the file can be read and its history followed. */
function giveReadableIds(design: Design): Design {
  const elements = [...design.elements.values()];
  const ids = uniqueIds(elements.map(({ id, name }) => [id, name]));
  const readable = (id: string): string => ids.get(id) ?? id;
  const renamed = elements.map(
    (element): Element => ({
      ...element,
      id: readable(element.id),
      parent: element.parent === null ? null : readable(element.parent),
      tier: element.tier === null ? null : readable(element.tier),
      subnets: element.subnets.map(readable),
    }),
  );
  const lines = [...design.connections.values()].map((connection): Connection => {
    const from = readable(connection.from);
    const to = readable(connection.to);
    return { ...connection, id: `${from}-${connection.kind}-${to}`, from, to };
  });
  return {
    header: design.header,
    elements: new Map(renamed.map((element) => [element.id, element])),
    connections: new Map(lines.map((line) => [line.id, line])),
  };
}

/** Draws an example through the same commands as the app, so that it is what a person could have drawn. */
export function startSketch(title: string): Sketch {
  let design = emptyDesign(title);
  let count = 0;
  const newId = (kind: string): string => `${kind}-${++count}`;
  const run = (command: (current: Design) => Result<DesignDiff>): void => {
    const changed = mustApply(design, command(design));
    design = mustApply(changed, { ok: true, value: fitDesign(changed) });
  };
  const idOf = (name: string): string => {
    for (const element of design.elements.values()) if (element.name === name) return element.id;
    throw new Error(`${title}: nothing is called "${name}".`);
  };
  const sketch: Sketch = {
    add: (kind, name, { in: holder, x = 16, y = 52, settings = {} } = {}) => {
      const container = holder === undefined ? null : idOf(holder);
      run((current) => addElement(current, { kind, container, at: { x, y }, newId, name, settings }));
      return sketch;
    },
    network: (region, zones, at, vpcTop = 52) => {
      sketch.add('region', 'Region', { ...at, settings: { code: region } });
      sketch.add('vpc', 'VPC', { in: 'Region', y: vpcTop });
      for (let index = 0; index < zones; index += 1)
        sketch.add('availability-zone', `Availability Zone ${'abc'[index]}`, { in: 'VPC', x: 148 + index * 260 });
      return sketch.add('internet-gateway', 'Internet gateway', { in: 'VPC', x: 500, y: 36 });
    },
    tier: (role, name, exposure) =>
      sketch.add('tier', name, { in: 'VPC', y: 100_000, settings: { role, ...(exposure && { exposure }) } }),
    note: (name, text, { width, height, ...placing }) => {
      sketch.add('note', name, { ...placing, settings: { text } });
      const id = idOf(name);
      const frame = design.elements.get(id)?.frame;
      if (frame && (width !== undefined || height !== undefined))
        run((current) =>
          resizeElement(current, {
            id,
            frame: { ...frame, width: width ?? frame.width, height: height ?? frame.height },
          }),
        );
      return sketch;
    },
    connect: (from, to, kind, settings = {}) => {
      const ends = { from: idOf(from), to: idOf(to) };
      run((current) => connect(current, { ...ends, ...(kind && { kind }), settings, newId }));
      return sketch;
    },
    onlyIn: (name, ...zones) => {
      run((current) => setZones(current, { id: idOf(name), zones: zones.map(idOf) }));
      return sketch;
    },
    settings: (settings) => {
      run((current) => changeDesignSettings(current, { settings }));
      return sketch;
    },
    tagAll: (tags) => {
      run((current) => setDesignTags(current, { tags, required: Object.keys(tags) }));
      return sketch;
    },
    tag: (tags, ...names) => {
      run((current) => setTags(current, { ids: names.map(idOf), tags }));
      return sketch;
    },
    finish: () => giveReadableIds(design),
  };
  return sketch;
}
