import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCdk } from '../exporters/cdk/export';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import type { Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { anyDesign } from './designs/generated-designs';
import { withParameters } from './designs/with-parameters';
import { explain } from './judges/cdk/differences';
import { meaningOf } from './judges/cdk/meaning';
import { checkTypes, makeProjectFolder, synthesise, writeProjectFiles } from './judges/cdk/project-folder';
import { cfnLint, lintTemplates } from './judges/cfn-lint';
import { checkTemplate } from './judges/check-template/check-template';
import { describeComplaint } from './judges/check-template/complaint';
import { validateWithAws } from './judges/cloudformation-validate';
import { isAvailable } from './judges/command';
import { isMistaken } from './judges/mistaken-findings';
import { generatedCount } from './thoroughness';

/** The same designs in every run: what an outside judge says of them can be looked up again. */
const designs = fc
  .sample(anyDesign, { numRuns: generatedCount * 3, seed: 20_261 })
  .filter((design) => exportCloudFormation(resolve(design), { format: 'json' }).files.length === 1)
  .slice(0, generatedCount)
  // Every third with parameters.
  .map((design, index): { readonly name: string; readonly design: Design } => ({
    name: `generated-${index}`,
    design: index % 3 === 0 ? withParameters(design) : design,
  }));

const templateOf = (design: Design, format: 'yaml' | 'json'): string =>
  exportCloudFormation(resolve(design), { format }).files[0]?.text ?? '';

const parse = (text: string): JsonObject => {
  const value: Json = JSON.parse(text);
  if (!isJsonObject(value)) throw new Error('No template');
  return value;
};

/**
 * What cfn-lint says of designs that are drawn so: generated ones have faults on purpose, which our own checks name and the
 * notes of the export repeat.
 */
const DRAWN_SO: Readonly<Record<string, string>> = {
  W2508: 'a database port open to the world, where a database is drawn with a public address',
  W9011: 'a database that is publicly accessible',
  W2531: 'a runtime that AWS is ending, where the drawing names it',
};

describe('generated designs', { timeout: 3_000_000 }, () => {
  it('are as many as were asked for', () => {
    expect(designs).toHaveLength(generatedCount);
  });

  it.skipIf(!isAvailable(cfnLint))('have neither error nor warning for cfn-lint', async () => {
    for (let start = 0; start < designs.length; start += 50) {
      const part = designs.slice(start, start + 50);
      const texts = Object.fromEntries(part.map(({ name, design }) => [`${name}.yaml`, templateOf(design, 'yaml')]));
      const findings = await lintTemplates(texts);
      expect(findings.filter(({ ruleId }) => !Object.hasOwn(DRAWN_SO, ruleId))).toEqual([]);
    }
  });

  it('keep to the resource specification, and have no error for AWS', () => {
    for (const { name, design } of designs) {
      const text = templateOf(design, 'yaml');
      const template = parse(templateOf(design, 'json'));
      const complaints = checkTemplate(template).map(describeComplaint);
      expect([name, ...complaints.filter((line) => !/allowed in a call/.test(line))]).toEqual([name]);
      const findings = validateWithAws(text, `${name}.yaml`).filter(
        (finding) => finding.severity !== 'WARN' && !isMistaken(finding, template),
      );
      expect([name, ...findings]).toEqual([name]);
    }
  });
});

describe('CDK projects of generated designs', { timeout: 3_000_000 }, () => {
  const folder = makeProjectFolder();
  const projects = designs.flatMap(({ name, design }) => {
    const { files } = exportCdk(resolve(design));
    return files.length > 0 ? [{ name, design, files }] : [];
  });
  beforeAll(() => {
    for (const { name, files } of projects) writeProjectFiles(join(folder.path, name), files);
  });
  afterAll(() => folder.remove());

  it('type-check', () => {
    expect(
      checkTypes(
        folder.path,
        projects.map(({ name }) => name),
      ),
    ).toBe('');
  });

  it('deploy what the CloudFormation export deploys', () => {
    for (const { name, design, files } of projects) {
      const app = files.find(({ path }) => path.startsWith('bin/'))?.path.slice('bin/'.length, -'.ts'.length) ?? '';
      const { templates } = synthesise(join(folder.path, name), app);
      const plain = {
        ...design,
        elements: new Map([...design.elements].map(([id, { parameters: _p, ...rest }]) => [id, rest])),
      };
      const lines = (template: JsonObject): readonly string[] =>
        meaningOf(template)
          .map(explain)
          .map((line) => (line.startsWith('AWS::RDS::DBInstance') ? line.replace(/ AvailabilityZone=\S*/, '') : line))
          .sort();
      expect([name, ...lines(templates[0] ?? {})]).toEqual([name, ...lines(parse(templateOf(plain, 'json')))]);
    }
  });
});
