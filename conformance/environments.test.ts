import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCdk } from '../exporters/cdk/export';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import { developmentKeys, developmentProblem } from '../exporters/plan/development';
import { allDefinitions } from '../shared/catalog/catalog';
import { type Design, emptyDesign } from '../shared/model/design';
import { developmentDesign, productionDesign } from '../shared/model/development';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';
import { anyDesign } from './designs/generated-designs';
import { severalOf } from './designs/large-design';
import { withDevelopmentValues } from './designs/with-development';
import { cfnLint, lintTemplates } from './judges/cfn-lint';
import { checkTemplate } from './judges/check-template/check-template';
import { describeComplaint } from './judges/check-template/complaint';
import { validateWithAws } from './judges/cloudformation-validate';
import { isAvailable } from './judges/command';
import { inEnvironment } from './judges/in-environment';
import { readYamlTemplate } from './judges/read-yaml-template';

const subjects: readonly { readonly name: string; readonly design: Design }[] = [
  ...Object.entries(allDesigns).map(([name, make]) => ({ name, design: make() })),
  ...readExamples(),
];

/** Designs that draw every kind whose settings may differ between them. */
const various = subjects.filter(({ name }) =>
  /^(everything in a VPC|messaging|watched site|container site)$/.test(name),
);

const parse = (text: string): JsonObject => {
  const value: Json = JSON.parse(text);
  if (!isJsonObject(value)) throw new Error('No template');
  return value;
};

const templatesOf = (design: Design): readonly JsonObject[] =>
  exportCloudFormation(resolve(design), { format: 'json' }).files.map(({ text }) => parse(text));

/** Resources in the order of their ids, each without what it waits for: one template for both waits for all of it. */
function facts(template: JsonObject): Json {
  const resources = isJsonObject(template.Resources) ? template.Resources : {};
  return Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => {
      if (!isJsonObject(resource)) return [id, null];
      const { DependsOn: _, Metadata: __, ...rest } = resource;
      return [id, rest];
    }),
  );
}

const valuesOf = (template: JsonObject): Json =>
  Object.fromEntries(
    Object.entries(isJsonObject(template.Outputs) ? template.Outputs : {}).map(([id, output]) => [
      id,
      isJsonObject(output) ? (output.Value ?? null) : null,
    ]),
  );

const waitsOf = (template: JsonObject): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(isJsonObject(template.Resources) ? template.Resources : {}).map(([id, resource]) => [
      id,
      isJsonObject(resource) && Array.isArray(resource.DependsOn) ? resource.DependsOn.map(String) : [],
    ]),
  );

/** What one template for both environments means: each of them is what its own drawing would be. */
function expectBoth(design: Design): void {
  const merged = templatesOf(design);
  const drawings = { production: productionDesign(design), development: developmentDesign(design) } as const;
  for (const environment of ['production', 'development'] as const) {
    const own = templatesOf(drawings[environment]);
    expect(merged).toHaveLength(own.length);
    for (const [index, template] of merged.entries()) {
      const read = inEnvironment(template, environment);
      const plain = inEnvironment(own[index] ?? {}, environment);
      expect(facts(read)).toEqual(facts(plain));
      expect(valuesOf(read)).toEqual(valuesOf(plain));
      const waits = waitsOf(read);
      for (const [id, needed] of waitsOf(plain))
        expect(
          needed.filter((other) => !waits.get(id)?.includes(other)),
          id,
        ).toEqual([]);
      // What depends on something that is not there is not made either.
      for (const others of waits.values()) for (const other of others) expect(waits.has(other)).toBe(true);
    }
  }
}

describe('the list of settings that may differ in development', () => {
  it('names settings that there are, and says of every other one why not', () => {
    for (const { kind, schema } of allDefinitions()) {
      expect(Object.keys(schema.shape)).toEqual(expect.arrayContaining([...developmentKeys(kind)]));
      expect(new Set(developmentKeys(kind)).size).toBe(developmentKeys(kind).length);
      for (const key of Object.keys(schema.shape))
        expect(developmentProblem(kind, key) === undefined).toBe(developmentKeys(kind).includes(key));
    }
  });
});

describe.each(subjects)('$name with another value in development wherever there may be one', ({ design }) => {
  const made = withDevelopmentValues(design);

  it('is in each environment what its own drawing would be', () => expectBoth(made));

  it('passes the judges', () => {
    const [file] = exportCloudFormation(resolve(made), { format: 'yaml' }).files;
    const text = file?.text ?? '';
    expect(checkTemplate(templatesOf(made)[0] ?? {}, Buffer.byteLength(text)).map(describeComplaint)).toEqual([]);
    if (!various.some((subject) => subject.design === design)) return;
    const findings = validateWithAws(text, 'environments.yaml', resolve(made).regions[0]?.code ?? 'us-east-1');
    expect(findings.filter(({ severity }) => severity !== 'WARN')).toEqual([]);
  });
});

describe('any design with any values for development', () => {
  it('is in each environment what its own drawing would be', () => {
    const picked = fc.tuple(anyDesign, fc.infiniteStream(fc.boolean()));
    fc.assert(
      fc.property(picked, ([design, choices]) => {
        expectBoth(withDevelopmentValues(design, () => choices.next().value === true));
      }),
      { numRuns: 25 },
    );
  });

  it('is a CDK project too', () => {
    const picked = fc.tuple(anyDesign, fc.infiniteStream(fc.boolean()));
    fc.assert(
      fc.property(picked, ([design, choices]) => {
        const made = withDevelopmentValues(design, () => choices.next().value === true);
        const { files, notes } = exportCdk(resolve(made));
        expect(notes.filter(({ message }) => message.startsWith('In the CDK project'))).toEqual([]);
        expect(
          exportCdk(resolve(productionDesign(made))).files.some(({ path }) => path.endsWith('environments.ts')),
        ).toBe(false);
        expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
      }),
      { numRuns: 25 },
    );
  });

  it('is the same bytes as before where no value differs', () => {
    for (const { design } of subjects) {
      const plain = exportCloudFormation(resolve(design), { format: 'yaml' });
      const none = exportCloudFormation(resolve(withDevelopmentValues(design, () => false)), { format: 'yaml' });
      expect(none.files.map(({ text }) => text)).toEqual(plain.files.map(({ text }) => text));
    }
  });
});

describe('a design in nested stacks', () => {
  const large = severalOf(allDesigns['everything in a VPC']?.() ?? emptyDesign(), 7);
  const { files } = exportCloudFormation(resolve(withDevelopmentValues(large)), { format: 'yaml' });

  it('hands the environment down, and passes the judge in every part', () => {
    expect(files.length).toBeGreaterThan(20);
    // Nested templates and their root go through a bucket.
    for (const { path, text } of files) {
      const complaints = checkTemplate(readYamlTemplate(text)).map(describeComplaint);
      expect(
        complaints.filter((line) => !/allowed in a call/.test(line)),
        path,
      ).toEqual([]);
    }
    const [root, ...parts] = files;
    expect(root?.text).toContain('Environment: !Ref Environment');
    expect(parts.some(({ text }) => text.includes('!If [IsDevelopment, '))).toBe(true);
    expect(parts.some(({ text }) => text.includes('Condition: IsDevelopment'))).toBe(true);
  });

  it.skipIf(!isAvailable(cfnLint))(
    'is sound for cfn-lint',
    async () => {
      const texts = files.filter(({ path }) => path === 'template.yaml' || path.includes('team0'));
      const findings = await lintTemplates(Object.fromEntries(texts.map(({ path, text }) => [path, text])));
      // As in `nested.test.ts`: parts that are not beside the root, or not uploaded yet.
      const isMeant = ({ ruleId, message }: { readonly ruleId: string; readonly message: string }): boolean =>
        ['W3002', 'W2508', 'W9011'].includes(ruleId) || /team[1-8]/.test(message);
      expect(findings.filter((finding) => !isMeant(finding))).toEqual([]);
    },
    300_000,
  );
});

describe.skipIf(!isAvailable(cfnLint))('cfn-lint', () => {
  it('has neither error nor warning for templates of both environments', async () => {
    const texts = various.map(({ name, design }) => [
      `${name.replaceAll(' ', '-')}.yaml`,
      exportCloudFormation(resolve(withDevelopmentValues(design)), { format: 'yaml' }).files[0]?.text ?? '',
    ]);
    const findings = await lintTemplates(Object.fromEntries(texts));
    // W2508 and W9011: a database that is public on purpose.
    expect(findings.filter(({ ruleId }) => !['W2508', 'W9011'].includes(ruleId))).toEqual([]);
  }, 300_000);
});
