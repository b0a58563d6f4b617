import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs a program in the project's folder, with more in its environment where given, and waits for its end. */
export const runProgram = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      error += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });

/** Bundles the command line as a release does; once is enough, and each run then starts in a fraction of a second. */
export async function buildCli(): Promise<void> {
  const { code, error } = await runProgram(['--import', 'tsx', 'scripts/build-cli.ts']);
  if (code !== 0) throw new Error(error);
}

/** Runs the built command line. */
export const runCli = (...args: readonly string[]): Promise<Outcome> => runProgram(['out/cli/stratiform.js', ...args]);

/** Runs the built command line in an environment of its own. */
export const runCliIn = (environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Outcome> =>
  runProgram(['out/cli/stratiform.js', ...args], environment);

/** Runs the command line from its sources, as `npm run stratiform` does. */
export const runSources = (...args: readonly string[]): Promise<Outcome> =>
  runProgram(['--import', 'tsx', 'cli/main.ts', ...args]);

export const example = (name: string): string => join('examples', `${name}.stratiform`);

/** A fresh folder and the means to remove it. */
export function makeFolder(): { readonly path: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'stratiform-cli-'));
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
