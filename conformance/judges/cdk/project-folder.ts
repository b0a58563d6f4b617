import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { z } from 'zod';
import type { ProjectFile } from '../../../exporters/cdk/project';
import type { Json, JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';

const require = createRequire(import.meta.url);
const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** A folder of its own with our node_modules in it; gone after `remove`. */
export function makeProjectFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'stratiform-cdk-'));
  symlinkSync(MODULES, join(path, 'node_modules'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function writeProjectFiles(folder: string, files: readonly ProjectFile[]): void {
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

const optionsOf = z.object({ compilerOptions: z.record(z.string(), z.unknown()) });

/** Type-checks every project below a folder as one program, with the options the first project brings. */
export function checkTypes(folder: string, projects: readonly string[]): string {
  const [first = ''] = projects;
  const { compilerOptions } = optionsOf.parse(JSON.parse(readFileSync(join(folder, first, 'tsconfig.json'), 'utf8')));
  const include = projects.flatMap((name) => ['bin', 'lib', 'test'].map((part) => `${name}/${part}`));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
  try {
    execFileSync(process.execPath, [join(MODULES, 'typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return z.object({ stdout: z.string() }).parse(error).stdout;
  }
}

const json: z.ZodType<Json> = z.json();
const readJson = (path: string): JsonObject => {
  const value = json.parse(JSON.parse(readFileSync(path, 'utf8')));
  if (!isJsonObject(value)) throw new Error(`${path} holds no object`);
  return value;
};

const contextOf = z.object({ context: z.record(z.string(), z.unknown()) });
const EXAMPLE_ARN = 'arn:aws:acm:us-east-1:111122223333:certificate/example';
const EXAMPLE_ADDRESS = '198.51.100.1';

/** What somebody who deploys would enter for settings that the drawing leaves open, and what `-c` would say. */
function fillContext(project: string, given: Readonly<Record<string, string>>): string {
  const { context } = contextOf.parse(JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8')));
  const filled = Object.entries(context).map(([name, value]) => {
    if (value !== '') return [name, value];
    if (name.endsWith('GatewayAddress')) return [name, EXAMPLE_ADDRESS];
    return [name, name.endsWith('CertificateArn') ? EXAMPLE_ARN : 'example'];
  });
  return JSON.stringify({ ...Object.fromEntries(filled), ...given });
}

/** Errors and warnings that constructs put on themselves. */
function annotationsOf(output: string): readonly string[] {
  const found: string[] = [];
  for (const name of readdirSync(output).filter((file) => /manifest\.json$|metadata\.json$/.test(file))) {
    const text = readFileSync(join(output, name), 'utf8');
    for (const [, type = '', data = ''] of text.matchAll(
      /"type":\s*"aws:cdk:(warning|error)",\s*"data":\s*"((?:[^"\\]|\\.)*)"/g,
    ))
      found.push(`${type}: ${data}`);
  }
  return found;
}

export interface Synthesised {
  /** Templates, in the order of their file names. */
  readonly templates: readonly JsonObject[];
  readonly annotations: readonly string[];
}

/** Gives an app the modules it asks for. */
export type Load = (id: string) => unknown;

/** Runs a project's app in this process and reads the templates it leaves. */
export function synthesise(
  project: string,
  name: string,
  load: Load = require,
  given: Readonly<Record<string, string>> = {},
): Synthesised {
  const { outputFiles } = buildSync({
    entryPoints: [join(project, 'bin', `${name}.ts`)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'],
    logLevel: 'silent',
  });
  const output = join(project, ['cdk.out', ...Object.values(given)].join('-'));
  const before = { ...process.env };
  Object.assign(process.env, {
    CDK_OUTDIR: output,
    CDK_CONTEXT_JSON: fillContext(project, given),
    CDK_VALIDATION: 'false',
  });
  try {
    const run: unknown = runInThisContext(`(function (require, module, exports) {${outputFiles[0]?.text ?? ''}\n})`);
    if (typeof run !== 'function') throw new Error('The app is no program');
    run(load, { exports: {} }, {});
  } finally {
    for (const key of ['CDK_OUTDIR', 'CDK_CONTEXT_JSON', 'CDK_VALIDATION']) {
      if (before[key] === undefined) delete process.env[key];
      else process.env[key] = before[key];
    }
  }
  if (!existsSync(output)) throw new Error('The app left nothing');
  const templates = readdirSync(output)
    .filter((file) => file.endsWith('.template.json'))
    .sort()
    .map((file) => readJson(join(output, file)));
  return { templates, annotations: annotationsOf(output) };
}
