import { definitionOf } from '../catalog/catalog';
import { type Design, type Element, makeConnection, makeElement } from '../model/design';
import { type Tags, withDesignTags, withTags } from '../model/tags';
import type { JsonObject } from '../util/json';

interface Options {
  readonly name?: string;
  readonly parent?: string | null;
  readonly tier?: string | null;
  readonly subnets?: readonly string[];
  readonly settings?: JsonObject;
  readonly tags?: Tags;
}

export interface DesignBuilder {
  /** Any element; ids are given, so that tests can name them. */
  add(id: string, kind: string, options?: Options): DesignBuilder;
  connect(kind: string, from: string, to: string, settings?: JsonObject): DesignBuilder;
  settings(settings: JsonObject): DesignBuilder;
  /** Tags of the whole design, and keys that are required of everything. */
  tags(tags: Tags, required?: readonly string[]): DesignBuilder;
  build(): Design;
}

/** Builds designs for tests in a few lines; frames are the catalog's sizes at the origin. */
export function buildDesign(name = 'Test design'): DesignBuilder {
  const elements = new Map<string, Element>();
  const connections = new Map<string, ReturnType<typeof makeConnection>>();
  let header: Design['header'] = { name, settings: {} };
  const builder: DesignBuilder = {
    add: (id, kind, options = {}) => {
      const size = definitionOf(kind)?.size ?? { width: 176, height: 72 };
      elements.set(
        id,
        withTags(
          makeElement({
            id,
            kind,
            name: options.name ?? id,
            parent: options.parent ?? null,
            tier: options.tier ?? null,
            subnets: options.subnets ?? [],
            settings: options.settings ?? {},
            frame: { x: 0, y: 0, ...size },
          }),
          options.tags ?? {},
        ),
      );
      return builder;
    },
    connect: (kind, from, to, settings = {}) => {
      const id = `${from}-${kind}-${to}`;
      connections.set(id, makeConnection({ id, kind, from, to, settings }));
      return builder;
    },
    settings: (settings) => {
      header = { ...header, settings };
      return builder;
    },
    tags: (tags, required = []) => {
      header = withDesignTags(header, { tags, required });
      return builder;
    },
    build: () => ({ header, elements: new Map(elements), connections: new Map(connections) }),
  };
  return builder;
}

/**
 * A Region `region`, a VPC `vpc` with an internet gateway `igw`, the zones `az-a`, `az-b`… and for each tier (`tier-web`…) a subnet
 * per zone (`web-a`, `web-b`…). Tiers are given as name → exposure of its subnets; `role` follows the name.
 */
export function buildNetwork(
  zones: readonly string[],
  tiers: Readonly<Record<string, 'public' | 'private' | 'isolated'>>,
): DesignBuilder {
  const builder = buildDesign()
    .add('region', 'region')
    .add('vpc', 'vpc', { parent: 'region' })
    .add('igw', 'internet-gateway', { parent: 'vpc' });
  for (const letter of zones)
    builder.add(`az-${letter}`, 'availability-zone', { parent: 'vpc', settings: { zone: letter } });
  let third = 0;
  for (const [tier, exposure] of Object.entries(tiers)) {
    builder.add(`tier-${tier}`, 'tier', { parent: 'vpc', name: tier, settings: { role: tier, exposure } });
    for (const letter of zones) {
      const cidr = `10.0.${third++}.0/24`;
      builder.add(`${tier}-${letter}`, 'subnet', {
        parent: `az-${letter}`,
        tier: `tier-${tier}`,
        settings: { exposure, cidr },
      });
    }
  }
  return builder;
}
