import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCdk } from '../exporters/cdk/export';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import type { Design } from '../shared/model/design';
import { developmentDesign, productionDesign } from '../shared/model/development';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';
import { withDevelopmentValues } from './designs/with-development';
import { explain } from './judges/cdk/differences';
import { meaningOf } from './judges/cdk/meaning';
import { checkTypes, makeProjectFolder, synthesise, writeProjectFiles } from './judges/cdk/project-folder';

/** Designs that draw every kind whose settings may differ between them, with another value wherever there may be one. */
const subjects = [...Object.entries(allDesigns).map(([name, make]) => ({ name, design: make() })), ...readExamples()]
  .filter(({ name }) => /^(everything in a VPC|messaging|watched site|container site|guarded site)$/.test(name))
  .map(({ name, design }) => ({ name, design: withDevelopmentValues(design) }));

const templateOf = (design: Design): JsonObject => {
  const value: Json = JSON.parse(exportCloudFormation(resolve(design), { format: 'json' }).files[0]?.text ?? '{}');
  return isJsonObject(value) ? value : {};
};

const linesOf = (template: JsonObject): readonly string[] => meaningOf(template).map(explain).sort();

describe('CDK projects for both environments', { timeout: 120_000 }, () => {
  const folder = makeProjectFolder();
  const folderOf = (name: string): string => name.replaceAll(' ', '-');
  const projects = new Map(subjects.map(({ name, design }) => [name, exportCdk(resolve(design))]));
  beforeAll(() => {
    for (const [name, { files }] of projects) writeProjectFiles(join(folder.path, folderOf(name)), files);
  });
  afterAll(() => folder.remove());

  it('type-check', () => {
    expect(checkTypes(folder.path, [...projects.keys()].map(folderOf))).toBe('');
  });

  describe.each(subjects)('$name', ({ name, design }) => {
    const { files, notes } = projects.get(name) ?? { files: [], notes: [] };
    const app = files.find(({ path }) => path.startsWith('bin/'))?.path.slice('bin/'.length, -'.ts'.length) ?? '';

    it('leave nothing out', () => {
      expect(notes.filter(({ message }) => message.startsWith('In the CDK project'))).toEqual([]);
    });

    it.each([
      ['production', productionDesign(design)],
      ['development', developmentDesign(design)],
    ] as const)('deploy in %s what the drawing for it says', (environment, drawing) => {
      const { templates, annotations } = synthesise(join(folder.path, folderOf(name)), app, undefined, { environment });
      expect(annotations).toEqual([]);
      expect(linesOf(templates[0] ?? {})).toEqual(linesOf(templateOf(drawing)));
    });
  });
});
