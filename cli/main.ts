import { readFile } from 'node:fs/promises';
import { CommanderError } from 'commander';
import { dayOf } from '../shared/util/day';
import { packageFile } from './parts/project-files';
import { exitCodes, type Terminal } from './parts/terminal';
import { makeProgram } from './program';

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

// The reader of a pipe (head, less) may leave early; that is no fault of ours.
process.stdout.on('error', (error: Error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
});

async function readVersion(): Promise<string> {
  const info: unknown = JSON.parse(await readFile(packageFile, 'utf8'));
  return typeof info === 'object' && info !== null && 'version' in info ? String(info.version) : 'unknown';
}

const program = makeProgram({ terminal, version: await readVersion(), today: dayOf(new Date()) }, (code) => {
  process.exitCode = code;
});

try {
  if (process.argv.length <= 2) program.help({ error: true });
  await program.parseAsync(process.argv);
} catch (error) {
  const isUsage = error instanceof CommanderError;
  if (!isUsage) terminal.error(`Stratiform stopped with an error of its own; please report it.\n${String(error)}\n`);
  process.exitCode = isUsage && error.exitCode === 0 ? exitCodes.fine : exitCodes.unusable;
}
