import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCdk } from '../exporters/cdk/export';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import { parameterReason } from '../exporters/plan/parameter-reasons';
import { isOfUse, parameterProblem, parameterTargets } from '../exporters/plan/parameters';
import { definitionOf, isServiceKind } from '../shared/catalog/catalog';
import type { FieldMeta } from '../shared/catalog/fields';
import { fieldMeta } from '../shared/catalog/fields';
import type { Design, Element } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { allDesigns } from './designs/all-designs';
import { containerSite } from './designs/container-designs';
import { readExamples } from './designs/examples';
import { otherValue } from './designs/other-value';
import { withParameters } from './designs/with-parameters';
import { explain } from './judges/cdk/differences';
import { meaningOf } from './judges/cdk/meaning';
import { checkTypes, makeProjectFolder, synthesise, writeProjectFiles } from './judges/cdk/project-folder';
import { cfnLint, lintTemplates } from './judges/cfn-lint';
import { checkTemplate } from './judges/check-template/check-template';
import { describeComplaint } from './judges/check-template/complaint';
import { validateWithAws } from './judges/cloudformation-validate';
import { isAvailable } from './judges/command';

/** The same design with the images of its tasks in Amazon ECR, where they may fetch nothing else, and more of them to start with. */
const withOwnImages = (design: Design): Design => ({
  ...design,
  elements: new Map(
    [...design.elements].map(([id, element]) => {
      const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.4';
      const settings = { ...element.settings, image, min: 2, desired: 3, max: 6 };
      return [id, element.kind === 'ecs-service' ? { ...element, settings } : element];
    }),
  ),
});

const subjects: readonly { readonly name: string; readonly design: Design }[] = [
  { name: 'images of ones own', design: withOwnImages(containerSite()) },
  ...Object.entries(allDesigns).map(([name, make]) => ({ name, design: make() })),
  ...readExamples(),
];

/** Designs that draw every kind with parameters between them. */
const various = subjects.filter(({ name }) =>
  /^(everything in a VPC|messaging|watched site|high-power site|guarded site|(joined|audited) site|images of ones own)$/.test(
    name,
  ),
);

const objectOf = (text: string): JsonObject => {
  const value: Json = JSON.parse(text);
  if (!isJsonObject(value)) throw new Error('No object');
  return value;
};

const templateOf = (design: Design): JsonObject =>
  objectOf(exportCloudFormation(resolve(design), { format: 'json' }).files[0]?.text ?? '{}');

const yamlOf = (design: Design): string =>
  exportCloudFormation(resolve(design), { format: 'yaml' }).files[0]?.text ?? '';

/** Every place where two values differ, as a path. */
function differences(a: Json | undefined, b: Json | undefined, path: readonly string[] = []): readonly string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const [left, right] = [entriesOf(a), entriesOf(b)];
  if (!left || !right) return [path.join('/')];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    differences(left.get(key), right.get(key), [...path, key]),
  );
}

const entriesOf = (value: Json | undefined): ReadonlyMap<string, Json> | undefined =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;

const change = (design: Design, element: Element, key: string, value: Json): Design => ({
  ...design,
  elements: new Map(design.elements).set(element.id, { ...element, settings: { ...element.settings, [key]: value } }),
});

/** Defaults in the place of references to parameters that a designer made. */
function withDefaults(template: JsonObject): Json {
  const parameters = isJsonObject(template.Parameters) ? template.Parameters : {};
  const standard = (name: Json | undefined): Json | undefined => {
    const parameter = typeof name === 'string' ? parameters[name] : undefined;
    return isJsonObject(parameter) && parameter.Type !== 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>'
      ? parameter.Default
      : undefined;
  };
  const replace = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(replace);
    if (!isJsonObject(value)) return String(value);
    return (
      standard(value.Ref) ??
      Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)] as const))
    );
  };
  return replace(template.Resources ?? {});
}

/** A zone is left to AWS where a parameter says whether there are two. */
const withoutZones = (path: string): boolean => !path.endsWith('/AvailabilityZone');

/** A queue keeps its visibility timeout where that of the function is given: the parameter's bounds see to it. */
const isNotFollowed =
  (key: string) =>
  (path: string): boolean =>
    key !== 'timeoutSeconds' || !path.endsWith('/VisibilityTimeout');

const otherValues = (meta: FieldMeta, value: unknown): readonly Json[] =>
  meta.options
    ? meta.options.map((option) => option.value).filter((option) => option !== value)
    : [otherValue(meta, value), ...(typeof value === 'number' ? [value * 2] : [])];

describe('the list of settings that can be parameters', () => {
  const elements = subjects.flatMap(({ design }) =>
    [...design.elements.values()].filter(({ kind }) => isServiceKind(kind)).map((element) => ({ design, element })),
  );
  const kinds = [...new Set(elements.map(({ element }) => element.kind))].sort();

  it.each(kinds.filter((kind) => Object.keys(parameterTargets(kind)).length > 0))(
    'names for %s only what one property says and nothing follows from',
    (kind) => {
      const written = new Set<string>();
      for (const { design, element } of elements.filter((entry) => entry.element.kind === kind)) {
        const definition = definitionOf(kind);
        const before = templateOf(design);
        for (const [key, targets] of Object.entries(parameterTargets(kind))) {
          const field = definition?.schema.shape[key];
          const meta = field && fieldMeta.get(field);
          if (!definition || !meta) throw new Error(`${kind} has no setting ${key}`);
          // Some values stand in no property, or decide whether there is one.
          const value: unknown = Reflect.get(definition.read(element.settings), key);
          const other = otherValues(meta, value).find(
            (candidate) => parameterProblem(kind, key, { ...element.settings, [key]: candidate }) === undefined,
          );
          if (other === undefined || parameterProblem(kind, key, element.settings) !== undefined) continue;
          const found = differences(before, templateOf(change(design, element, key, other)))
            .filter(withoutZones)
            .filter(isNotFollowed(key))
            .map((path) => path.replace(/^Resources\/[^/]+\//, ''));
          const allowed = targets.map(({ path }) => path.join('/').replace(/\/(-1|\d+|@[^/]+)\//g, '/N/'));
          expect([key, ...found.map((path) => path.replace(/\/\d+\//g, '/N/'))].slice(1)).toEqual(
            found.map(() => expect.stringMatching(new RegExp(`^(${allowed.join('|')})$`))),
          );
          if (found.length > 0) written.add(key);
        }
      }
      expect([...written].sort()).toEqual(Object.keys(parameterTargets(kind)).sort());
    },
  );

  it('says of every other setting why it cannot be one', () => {
    for (const kind of kinds)
      for (const key of Object.keys(definitionOf(kind)?.schema.shape ?? {})) {
        expect(parameterProblem(kind, key) === undefined).toBe(Object.hasOwn(parameterTargets(kind), key));
        // What is neither of use nor a parameter has a reason of its own.
        const isAccounted = isOfUse(kind, key) || Object.hasOwn(parameterTargets(kind), key);
        expect([kind, key, isAccounted || parameterReason(kind, key) !== undefined]).toEqual([kind, key, true]);
      }
  });
});

describe.each(subjects)('$name with every setting a parameter that can be one', ({ design }) => {
  const made = withParameters(design);

  it('deploys the same with the defaults', () => {
    const paths = differences(withDefaults(templateOf(design)), withDefaults(templateOf(made)));
    expect(paths.filter(withoutZones)).toEqual([]);
  });

  it('passes the judges', () => {
    const yaml = yamlOf(made);
    expect(checkTemplate(templateOf(made), Buffer.byteLength(yaml)).map(describeComplaint)).toEqual([]);
    const findings = validateWithAws(yaml, 'parameters.yaml', resolve(made).regions[0]?.code ?? 'us-east-1');
    expect(findings.filter(({ severity }) => severity !== 'WARN')).toEqual([]);
  });
});

describe.skipIf(!isAvailable(cfnLint))('cfn-lint', () => {
  it('has no error for templates with parameters', async () => {
    const texts = various.map(({ name, design }) => [
      `${name.replaceAll(' ', '-')}.yaml`,
      yamlOf(withParameters(design)),
    ]);
    const findings = await lintTemplates(Object.fromEntries(texts));
    // W2508 and W9011: a database that is public on purpose.
    expect(findings.filter(({ ruleId }) => !['W2508', 'W9011'].includes(ruleId))).toEqual([]);
  }, 300_000);
});

describe('CDK projects with parameters', () => {
  const folder = makeProjectFolder();
  const folderOf = (name: string): string => `p-${name.replaceAll(' ', '-')}`;
  const filesOf = (design: Design) => exportCdk(resolve(design)).files;
  beforeAll(() => {
    for (const { name, design } of various)
      writeProjectFiles(join(folder.path, folderOf(name)), filesOf(withParameters(design)));
  });
  afterAll(() => folder.remove());

  it('type-check', () => {
    expect(
      checkTypes(
        folder.path,
        various.map(({ name }) => folderOf(name)),
      ),
    ).toBe('');
  });

  it.each(various)('deploy for $name what the drawing says, by default', ({ name, design }) => {
    const app = filesOf(design)
      .find(({ path }) => path.startsWith('bin/'))
      ?.path.slice('bin/'.length, -'.ts'.length);
    const { templates, annotations } = synthesise(join(folder.path, folderOf(name)), app ?? '');
    expect(annotations).toEqual([]);
    const lines = (template: JsonObject): readonly string[] =>
      meaningOf(template)
        .map(explain)
        .map((line) => line.replace(/ AvailabilityZone=\S*/, ''))
        .sort();
    expect(lines(templates[0] ?? {})).toEqual(lines(templateOf(design)));
  });
});
