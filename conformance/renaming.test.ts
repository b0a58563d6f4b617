import { describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import type { Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';
import { loadResourceSpec } from './judges/check-template/resource-spec';

const subjects: readonly { readonly name: string; readonly design: Design }[] = [
  ...Object.entries(allDesigns).map(([name, make]) => ({ name, design: make() })),
  ...readExamples(),
];

const renamed = (design: Design): Design => ({
  ...design,
  elements: new Map([...design.elements].map(([id, element]) => [id, { ...element, name: `Renamed ${element.name}` }])),
});

const resourcesOf = (design: Design): ReadonlyMap<string, JsonObject> =>
  new Map(
    exportCloudFormation(resolve(design), { format: 'json' }).files.flatMap(({ text }) => {
      const template: Json = JSON.parse(text);
      const resources = isJsonObject(template) && isJsonObject(template.Resources) ? template.Resources : {};
      return Object.entries(resources).flatMap(([id, value]): [string, JsonObject][] =>
        isJsonObject(value) ? [[id, value]] : [],
      );
    }),
  );

describe.each(subjects)('renaming everything in $name', ({ design }) => {
  it('changes no property for which AWS would make a resource anew', () => {
    const before = resourcesOf(design);
    const after = resourcesOf(renamed(design));
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const replaced = [...before].flatMap(([id, resource]) => {
      const [old, now] = [resource.Properties, after.get(id)?.Properties];
      if (!isJsonObject(old) || !isJsonObject(now)) return [];
      const known = loadResourceSpec().resource(String(resource.Type))?.properties ?? {};
      return [...new Set([...Object.keys(old), ...Object.keys(now)])]
        .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
        .filter((key) => (known[key]?.causesReplacement ?? 'no') !== 'no')
        .map((key) => `${id}.${key}`);
    });
    expect(replaced).toEqual([]);
  });
});
