import type { LineSpan } from '../plan/line-span';
import type { Note } from '../plan/note';
import { toOneLine } from '../plan/plain-text';
import type { Tag } from '../plan/tags';
import { ENVIRONMENT_READER, READERS, readerOf } from './app-readers';
import { render } from './code-layout';
import type { Code, Fields, Value } from './code-writer';
import { call, ident, object, ts } from './code-writer';
import { environmentImport, writeEnvironments } from './environments';
import { featureFlags } from './feature-flags';
import type { Module, Setting } from './module';
import type { StackCode } from './stack-code';
import { ENVIRONMENT_PROP } from './stack-code';

export interface ProjectFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Which lines were written for which elements; absent where the file is about the project as a whole. */
  readonly spans?: readonly LineSpan[];
}

/** Key of the tag that says which design something belongs to. */
export const TITLE_TAG = 'Application';

export interface Project {
  /** Letters, digits and dashes. */
  readonly name: string;
  /** As it was typed, on one line, for tags. */
  readonly title: string;
  /** Tags of everything. */
  readonly tags: readonly Tag[];
  /** Whether the title goes into a tag `Application`: no tag of the design has that name. */
  readonly hasTitleTag: boolean;
  readonly stacks: readonly StackCode[];
  /** Setting → the value that the drawing gives; empty where it gives none. */
  readonly settings: ReadonlyMap<string, Setting>;
  readonly notes: readonly Note[];
}

const toJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;
const fromRoot = (module: Module): string => `../${module.folder}/${module.file}`;
const importOf = (module: Module): string => `import { ${module.className} } from '${fromRoot(module)}';`;

/** The construct's files import one another by name; the stack imports those it makes. */
export function writeModules({ root, modules, environments }: StackCode): readonly ProjectFile[] {
  const importLine = (module: Module): string => `import { ${module.className} } from './${module.file}';`;
  const networks = modules.filter(({ className }) => className.includes('Network'));
  const written = modules.map((module): ProjectFile => {
    const used = [...module.props.values()].map(({ type }) => render(type, 0));
    const imports = [
      ...networks.filter(({ className }) => used.includes(className)).map(importLine),
      ...environmentImport(module, environments),
    ];
    return { path: `${module.folder}/${module.file}.ts`, ...module.write('Construct', imports) };
  });
  return [
    {
      path: `${root.folder}/${root.file}.ts`,
      ...root.write('Stack', [...modules.map(importLine).sort(), ...environmentImport(root, environments)]),
    },
    ...written,
    ...(environments && environments.users.size > 0
      ? [{ path: `${root.folder}/environments.ts`, text: writeEnvironments(environments) }]
      : []),
  ];
}

const envOf = (region: string | null): Code =>
  object({ account: ts`process.env.CDK_DEFAULT_ACCOUNT`, region: region ?? ts`process.env.CDK_DEFAULT_REGION` });

function stackOf({ root, region }: StackCode, app: string, id: Value, props: Fields): Code {
  return call(ts`new ${ident(root.className)}`, ts`${ident(app)}`, id, object({ env: envOf(region), ...props }));
}

const asksEnvironment = ({ environments }: StackCode): boolean =>
  environments !== undefined && environments.users.size > 0;

const asksChoice = ({ root }: StackCode): boolean =>
  [...root.props.values()].some(({ allowed }) => allowed !== undefined);

/** Where both environments are deployed, each has stacks of its own. */
const idOf = (stack: StackCode): Value => {
  const id = stack.root.constructId;
  return asksEnvironment(stack) ? ts`environment() === ${'development'} ? ${`${id}Development`} : ${id}` : id;
};

/** How the app comes by the value of a prop. */
function readProp(name: string, stack: StackCode, settings: Project['settings']): Code {
  if (name === ENVIRONMENT_PROP && asksEnvironment(stack)) return call(ident('environment'));
  const allowed = stack.root.props.get(name)?.allowed;
  if (allowed) return call(ident('choice'), name, ...allowed);
  return call(ident(readerOf(settings.get(name) ?? '')), name);
}

function writeApp({ stacks, title, tags, hasTitleTag, settings }: Project): string {
  const used = new Set([...settings.values()].map(readerOf));
  const first = stacks.find(asksEnvironment);
  const readers = [
    '',
    ...READERS.setting,
    ...(used.has('amount') ? READERS.amount : []),
    ...(used.has('flag') ? READERS.flag : []),
    ...(stacks.some(asksChoice) ? READERS.choice : []),
    ...(first ? ENVIRONMENT_READER : []),
  ];
  const made = stacks.map((stack) => {
    const props = Object.fromEntries(
      [...stack.root.props.keys()].map((name) => [name, readProp(name, stack, settings)] as const),
    );
    return `${render(stackOf(stack, 'app', idOf(stack), props), 0)};`;
  });
  return lines(
    `import * as cdk from 'aws-cdk-lib';`,
    ...stacks.map(({ root }) => importOf(root)),
    ...(first ? [`import type { Environment } from '../${first.root.folder}/environments';`] : []),
    '',
    'const app = new cdk.App();',
    ...(settings.size > 0 ? readers : []),
    '',
    ...made,
    ...[...(hasTitleTag ? [{ key: TITLE_TAG, value: title }] : []), ...tags].map(
      ({ key, value }) => `${render(call(ts`cdk.Tags.of(app).add`, key, value), 0)};`,
    ),
    '',
    'app.synth();',
  );
}

/** An ARN of the right form, for tests: nothing has it. */
const EXAMPLE_ARN = ts`cdk.Arn.format({ partition: 'aws', service: 'acm', account: '111122223333', region: 'us-east-1', resource: 'certificate', resourceName: 'example' })`;

const exampleFor = (name: string, value: Setting): Code =>
  name.endsWith('CertificateArn') ? EXAMPLE_ARN : ts`${value === '' ? 'example' : value}`;

function writeTest({ stacks, settings }: Project): string {
  const cases = stacks.map((stack) => {
    const props = Object.fromEntries(
      [...stack.root.props.keys()].map((name) => [name, exampleFor(name, settings.get(name) ?? '')] as const),
    );
    const made = render(ts`const stack = ${stackOf(stack, 'app', stack.root.constructId, props)}`, 2);
    return lines(
      '',
      `${render(ts`test(${`${stack.root.className} is sound`}, () => {`, 0)}`,
      '  const app = new cdk.App();',
      `  ${made};`,
      '  const template = Template.fromStack(stack);',
      '',
      '  // Nothing that keeps data goes with the stack by accident.',
      `  for (const type of [${STATEFUL.map((type) => render(ts`${type}`, 0)).join(', ')}])`,
      '    for (const { DeletionPolicy } of Object.values(template.findResources(type)))',
      '      assert.match(DeletionPolicy, /^(Retain|Snapshot)$/, type);',
      `  assert.deepEqual(Annotations.fromStack(stack).findError('*', Match.anyValue()), []);`,
      '});',
    );
  });
  return lines(
    `import assert from 'node:assert/strict';`,
    `import { test } from 'node:test';`,
    `import * as cdk from 'aws-cdk-lib';`,
    `import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';`,
    ...stacks.map(({ root }) => importOf(root)),
  ).concat(...cases);
}

const STATEFUL = [
  'AWS::S3::Bucket',
  'AWS::DynamoDB::Table',
  'AWS::EFS::FileSystem',
  'AWS::KMS::Key',
  'AWS::RDS::DBCluster',
];

const packageOf = (name: string): object => ({
  name,
  version: '0.1.0',
  private: true,
  bin: { [name]: `bin/${name}.ts` },
  scripts: {
    build: 'tsc --noEmit',
    test: 'node --import tsx --test "test/*.test.ts"',
    cdk: 'cdk',
  },
  dependencies: { 'aws-cdk-lib': '^2.276.0', constructs: '^10.8.1' },
  devDependencies: { '@types/node': '^20.19.0', 'aws-cdk': '^2.1000.0', tsx: '^4.20.0', typescript: '^5.9.0' },
});

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'CommonJS',
    moduleResolution: 'Bundler',
    lib: ['ES2022'],
    types: ['node'],
    strict: true,
    noFallthroughCasesInSwitch: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['bin', 'lib', 'test'],
};

const HEADINGS = { 'will-not-work': 'Will not work', 'left-out': 'Left out', assumed: 'Assumed' } as const;
const plainMarkdown = (text: string): string => toOneLine(text).replace(/[\\`*_{}[\]<>()#|!~$&]/g, '\\$&');

function writeReadme({ name, settings, notes, stacks }: Project): string {
  const sections = (['will-not-work', 'left-out', 'assumed'] as const).flatMap((kind) => {
    const messages = notes.filter((note) => note.kind === kind).map(({ message }) => `- ${plainMarkdown(message)}`);
    return messages.length > 0 ? ['', `## ${HEADINGS[kind]}`, '', ...messages] : [];
  });
  const given = [...settings].map(
    ([key, value]) => `- \`${key}\`${value === '' ? ': to be given' : typeof value === 'string' ? '' : `: ${value}`}`,
  );
  return lines(
    `# ${name}`,
    '',
    'An AWS CDK app, written from a drawing by Stratiform.',
    '',
    '```',
    'npm install',
    'npm run build',
    'npm test',
    'npx cdk bootstrap',
    'npx cdk diff',
    'npx cdk deploy --all',
    '```',
    '',
    '- `bin/` makes the app and one stack for each Region.',
    ...stacks.map(
      ({ root }) => `- \`${root.folder}/${root.file}.ts\` puts the constructs beside it together and connects them.`,
    ),
    '- `test/` looks at the templates that come out.',
    ...stacks
      .filter(asksEnvironment)
      .map(({ root }) => `- \`${root.folder}/environments.ts\` says what is different in development.`),
    ...(stacks.some(asksEnvironment)
      ? ['', '`npx cdk deploy --all -c environment=development` deploys development, in stacks of its own.']
      : []),
    ...(given.length > 0
      ? [
          '',
          '## What differs by environment',
          '',
          'In the context of `cdk.json`, or with `-c name=value`:',
          '',
          ...given,
        ]
      : []),
    ...sections,
  );
}

/** All files of the project, sorted by path. */
export function writeProject(project: Project): readonly ProjectFile[] {
  const { name, settings, stacks } = project;
  const cdkJson = {
    app: `npx tsx bin/${name}.ts`,
    watch: { include: ['**'], exclude: ['README.md', 'cdk*.json', 'node_modules', 'test'] },
    context: { ...Object.fromEntries(settings), ...featureFlags },
  };
  const files: readonly ProjectFile[] = [
    { path: `bin/${name}.ts`, text: writeApp(project) },
    ...stacks.flatMap(writeModules),
    { path: `test/${name}.test.ts`, text: writeTest(project) },
    { path: 'cdk.json', text: toJson(cdkJson) },
    { path: 'package.json', text: toJson(packageOf(name)) },
    { path: 'tsconfig.json', text: toJson(TSCONFIG) },
    { path: '.gitignore', text: lines('node_modules/', 'cdk.out/') },
    { path: 'README.md', text: writeReadme(project) },
  ];
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}
