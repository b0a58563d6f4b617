import { describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import { rewriteReferences } from '../exporters/cloudformation/references';
import { guideTemplates } from '../exporters/deploy-guide';
import { type Design, emptyDesign } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';
import { severalOf } from './designs/large-design';
import { cfnLint, lintTemplates } from './judges/cfn-lint';
import { checkTemplate } from './judges/check-template/check-template';
import { describeComplaint } from './judges/check-template/complaint';
import { validateWithAws } from './judges/cloudformation-validate';
import { isAvailable } from './judges/command';

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const parse = (text: string): JsonObject => objectOf(JSON.parse(text));

const base: Design = allDesigns['everything in a VPC']?.() ?? emptyDesign();
const large = severalOf(base, 9);
const whole = exportCloudFormation(resolve(large), { format: 'json' });
const yaml = exportCloudFormation(resolve(large), { format: 'yaml' });
const [rootFile, ...nestedFiles] = whole.files;
const root = parse(rootFile?.text ?? '{}');

/** What stands in a nested template, with the root's words in the place of parameters. */
function resourcesOf(template: JsonObject, stack: JsonObject): ReadonlyMap<string, Json> {
  const given = objectOf(objectOf(stack.Properties).Parameters);
  const back = (id: string): Json | undefined => {
    const value = given[id];
    if (!isJsonObject(value)) return undefined;
    const path = value['Fn::GetAtt'];
    if (!Array.isArray(path)) return value;
    const name = String(path[1]).replace('Outputs.', '');
    return origin.get(`${String(path[0])} ${name}`);
  };
  const text = (value: Json | undefined): string | undefined => {
    const path = isJsonObject(value) ? (value['Fn::GetAtt'] ?? value.Ref) : undefined;
    return Array.isArray(path) ? path.join('.') : typeof path === 'string' ? path : undefined;
  };
  return new Map(
    Object.entries(objectOf(template.Resources)).map(([id, resource]) => [
      id,
      rewriteReferences(resource, {
        value: ({ id: name, attribute }) => (attribute === null ? back(name) : undefined),
        name: ({ id: name, attribute }) => (attribute === null ? text(back(name)) : undefined),
      }),
    ]),
  );
}

const stacks = Object.entries(objectOf(root.Resources)).map(([id, resource]) => {
  const stack = objectOf(resource);
  const url = String(objectOf(stack.Properties).TemplateURL);
  const file = nestedFiles.find(({ path }) => url === `./${path}`);
  return { id, stack, template: parse(file?.text ?? '{}') };
});

/** Stack and output → what it hands out. */
const origin = new Map(
  stacks.flatMap(({ id, template }) =>
    Object.entries(objectOf(template.Outputs)).map(([name, output]): [string, Json] => [
      `${id} ${name}`,
      objectOf(output).Value ?? null,
    ]),
  ),
);

/** The same resources, each design by itself: small enough for one template. */
const single = new Map(
  Array.from({ length: 9 }, (_, index) => index).flatMap((index) => {
    const elements = new Map(
      [...large.elements].filter(([id]) => id.startsWith(`team${index}-`) || !/^team\d/.test(id)),
    );
    const connections = new Map([...large.connections].filter(([id]) => id.startsWith(`team${index}-`)));
    const { files } = exportCloudFormation(resolve({ ...large, elements, connections }), { format: 'json' });
    return files.flatMap(({ text }) => Object.entries(objectOf(parse(text).Resources)));
  }),
);

const withoutWaits = (resource: Json | undefined): JsonObject => {
  const { DependsOn: _waits, ...others } = objectOf(resource);
  return others;
};

describe('a design that is too large for one stack', () => {
  it('is divided over nested stacks that each fit', () => {
    expect(single.size).toBeGreaterThan(500);
    expect(new Set(whole.files.map(({ path }) => path)).size).toBe(whole.files.length);
    expect(nestedFiles.length).toBe(stacks.length);
    expect(whole.notes.filter(({ kind, subjects }) => kind === 'will-not-work' && subjects.length === 0)).toEqual([]);
    for (const { template } of stacks)
      expect(Object.keys(objectOf(template.Resources)).length).toBeLessThanOrEqual(500);
  });

  it('says in its stacks what one template would say', () => {
    const found = new Map(stacks.flatMap(({ stack, template }) => [...resourcesOf(template, stack)]));
    expect([...found.keys()].sort()).toEqual([...single.keys()].sort());
    for (const [id, resource] of found) expect(withoutWaits(resource)).toEqual(withoutWaits(single.get(id)));
  });

  it('waits for what its parts waited for, and never in a circle', () => {
    const homes = new Map(
      stacks.flatMap(({ id, template }) => Object.keys(objectOf(template.Resources)).map((key) => [key, id])),
    );
    const waits = new Map(
      stacks.map(({ id, stack }) => {
        const named = [...JSON.stringify(stack).matchAll(/"Fn::GetAtt":\["(\w+)"/g)].map(([, other = '']) => other);
        const listed: readonly Json[] = Array.isArray(stack.DependsOn) ? stack.DependsOn : [];
        return [id, new Set([...named, ...listed.map(String)])];
      }),
    );
    for (const [id, resource] of single) {
      const { DependsOn } = objectOf(resource);
      const listed: readonly Json[] = Array.isArray(DependsOn) ? DependsOn : [];
      for (const other of listed.map(String)) {
        const [mine = '', theirs = ''] = [homes.get(id), homes.get(other)];
        expect(mine === theirs || waits.get(mine)?.has(theirs)).toBe(true);
      }
    }
    const done = new Set<string>();
    for (let round = 0; round < stacks.length; round += 1)
      for (const [id, others] of waits) if ([...others].every((other) => done.has(other))) done.add(id);
    expect(done.size).toBe(stacks.length);
  });

  it('passes the judges, template by template', () => {
    // Nested templates and their root go through a bucket.
    for (const { text } of whole.files)
      expect(
        checkTemplate(parse(text))
          .map(describeComplaint)
          .filter((line) => !/allowed in a call/.test(line)),
      ).toEqual([]);
    const sample = yaml.files.filter((_, index) => index % 8 === 1);
    for (const { path, text } of sample)
      expect(validateWithAws(text, path).filter(({ severity }) => severity !== 'WARN')).toEqual([]);
  });

  it.skipIf(!isAvailable(cfnLint))(
    'passes cfn-lint, the root with its parts beside it',
    async () => {
      const texts = yaml.files.filter(({ path }) => path === 'template.yaml' || path.includes('team0'));
      const findings = await lintTemplates(Object.fromEntries(texts.map(({ path, text }) => [path, text])));
      // W3002: nested templates stand in files until `aws cloudformation package` has uploaded them.
      expect(findings.filter(({ ruleId, message }) => ruleId !== 'W3002' && !/team[1-8]/.test(message))).toEqual([]);
    },
    300_000,
  );

  it('stays where it is when something else is drawn', () => {
    const more = severalOf(base, 10);
    const { files } = exportCloudFormation(resolve(more), { format: 'yaml' });
    for (const { path, text } of yaml.files.slice(1))
      if (path.includes('team0vpc')) expect(files.find((file) => file.path === path)?.text).toBe(text);
  });

  it('is uploaded before it is deployed', () => {
    const templates = yaml.files.map(({ path, region, parameters, text }) => ({
      path,
      region,
      parameters,
      bytes: text.length,
    }));
    const guide = guideTemplates(
      templates,
      'Big',
      new Set(yaml.files.flatMap((file) => (file.isNested ? [file.path] : []))),
    );
    const commands = guide.steps.map(({ command }) => command ?? '');
    expect(commands.find((command) => command.startsWith('aws cloudformation package'))).toContain('--s3-bucket');
    expect(commands.filter((command) => command.startsWith('aws cloudformation deploy')).at(-1)).toContain(
      'template-packaged.yaml',
    );
  });

  it('says so where nested stacks are too small as well', () => {
    const example = readExamples().find(({ name }) => name.includes('microservices'));
    const { notes } = exportCloudFormation(resolve(severalOf(example?.design ?? base, 40)), { format: 'json' });
    const refusals = notes.filter(({ kind, subjects }) => kind === 'will-not-work' && subjects.length === 0);
    expect(refusals.map(({ message }) => message).join(' ')).toMatch(/CloudFormation takes 2500\. Divide the design/);
  });
});
