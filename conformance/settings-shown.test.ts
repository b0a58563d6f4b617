import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExportTarget, exportDesign } from '../exporters/export-design';
import { allDefinitions, definitionOf } from '../shared/catalog/catalog';
import { type FieldMeta, fieldMeta } from '../shared/catalog/fields';
import type { Design, Element } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Json } from '../shared/util/json';
import { allDesigns } from './designs/all-designs';
import { linkedDesign } from './designs/generated-designs';
import { otherValue } from './designs/other-value';

/** Settings that no file shows, by the reason. Whatever says how much of something is used stands in the section “Usage” besides. */
const NOT_SHOWN: Readonly<Record<string, readonly string[]>> = {
  'what is paid, never what is made': [
    'aurora-cluster.purchase',
    'auto-scaling-group.hoursPerMonth',
    'ec2-instance.hoursPerMonth',
    'ecs-service.hoursPerMonth',
    'elasticache-memcached.purchase',
    'elasticache-redis.purchase',
    'rds-instance.hoursPerMonth',
    'rds-instance.purchase',
  ],
  'what the program does, for the checks to judge': [
    'auto-scaling-group.alsoRuns',
    'auto-scaling-group.dataDisk',
    'auto-scaling-group.localFiles',
    'auto-scaling-group.sessionStore',
    'ec2-instance.dataDisk',
    'ec2-instance.sessionStore',
    'ecs-service.localFiles',
    'ecs-service.role',
    'ecs-service.sessionStore',
    'elasticache-memcached.holds',
    'elasticache-redis.holds',
    'lambda-function.role',
    's3-bucket.content',
  ],
  'what must stay when a zone fails, for the checks to judge': ['tier.requiredCapacity'],
  'what its subnets start with; each has its own': ['tier.exposure'],
  'AWS always opens two tunnels; the device of the site takes up one or both': ['vpn-connection.activeTunnels'],
  'for whoever looks at the drawing': ['note.text'],
};

const targets: readonly ExportTarget[] = ['cloudformation-json', 'cdk-typescript'];
const SEED = 5;
/** Enough for each setting to meet what it needs: a listener its certificate, a metric what has it. */
const GENERATED = 60;
const MOST_ELEMENTS = 60;

const TEXTS = ['203.0.113.77', '172.20.0.0/16', 'other.example.com', '/other', 'other'];

/** Other values of a setting; some may not fit it, which then says its default. */
function otherValues(meta: FieldMeta, value: unknown): readonly Json[] {
  if (meta.options) return meta.options.map((option) => option.value).filter((option) => option !== value);
  if (meta.control === 'ingress') return [[{ protocol: 'tcp', fromPort: 9, toPort: 9, cidr: '192.0.2.0/24' }]];
  if (meta.control === 'lines') return ['OTHER=1'];
  if (meta.control === 'text') return TEXTS.filter((text) => text !== value);
  return value === null ? [meta.min ?? 0, 50] : [otherValue(meta, value)];
}

/** Settings that never change a file, a note or a step of the deployment, whichever element of the designs has them. */
function settingsNeverShown(designs: readonly Design[], target: ExportTarget): readonly string[] {
  const left = new Set<string>();
  const reasoned = new Set(Object.values(NOT_SHOWN).flat());
  for (const { kind, schema } of allDefinitions())
    for (const [key, field] of Object.entries(schema.shape))
      if (fieldMeta.get(field)?.section !== 'Usage' && !reasoned.has(`${kind}.${key}`)) left.add(`${kind}.${key}`);
  const outcomeOf = (design: Design): string => {
    const { files, notes, guide } = exportDesign(resolve(design), target, '2026-01-01');
    return JSON.stringify([files.map(({ path, text }) => [path, text]), notes, guide]);
  };
  const withSetting = (design: Design, element: Element, key: string, value: Json): Design => ({
    ...design,
    elements: new Map(design.elements).set(element.id, { ...element, settings: { ...element.settings, [key]: value } }),
  });
  for (const design of designs) {
    const before = outcomeOf(design);
    for (const element of design.elements.values()) {
      const definition = definitionOf(element.kind);
      const read: Readonly<Record<string, unknown>> = definition?.read(element.settings) ?? {};
      for (const [key, field] of Object.entries(definition?.schema.shape ?? {})) {
        const name = `${element.kind}.${key}`;
        const meta = left.has(name) ? fieldMeta.get(field) : undefined;
        if (
          meta &&
          otherValues(meta, read[key]).some((value) => outcomeOf(withSetting(design, element, key, value)) !== before)
        )
          left.delete(name);
      }
    }
  }
  return [...left].sort();
}

describe('settings', () => {
  const designs = [
    ...Object.values(allDesigns).map((make) => make()),
    ...fc.sample(linkedDesign, { numRuns: GENERATED, seed: SEED }),
  ].filter(({ elements }) => elements.size <= MOST_ELEMENTS);

  it.each(targets)('each lead to something in %s or to a note, but for those that say why not', (target) => {
    expect(settingsNeverShown(designs, target)).toEqual([]);
  });

  it('are those of the catalog where a reason is given', () => {
    const known = new Set(
      allDefinitions().flatMap(({ kind, schema }) => Object.keys(schema.shape).map((key) => `${kind}.${key}`)),
    );
    expect(
      Object.values(NOT_SHOWN)
        .flat()
        .filter((name) => !known.has(name)),
    ).toEqual([]);
  });
});
