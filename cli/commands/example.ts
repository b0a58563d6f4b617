import { readdir, readFile } from 'node:fs/promises';
import type { AddCommand } from '../parts/command-context';
import { examplesFolder } from '../parts/project-files';
import { exitCodes, reportProblem, type Terminal } from '../parts/terminal';
import { writeFiles } from '../parts/write-files';

const ENDING = '.stratiform';

const listExamples = async (): Promise<readonly string[]> =>
  (await readdir(examplesFolder))
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();

/** Copies one of the examples to a file, or to standard output for `-`. */
export async function runExample(
  terminal: Terminal,
  name: string,
  { out, force }: { readonly out: string; readonly force: boolean },
): Promise<number> {
  const names = await listExamples();
  if (!names.includes(name)) {
    reportProblem(terminal, name, { message: `There is no such example. There are: ${names.join(', ')}.` });
    return exitCodes.unusable;
  }
  const text = await readFile(new URL(`${name}${ENDING}`, examplesFolder), 'utf8');
  if (out === '-') {
    terminal.out(text);
    return exitCodes.fine;
  }
  const written = await writeFiles([{ path: out, text }], force);
  if (written.ok) return exitCodes.fine;
  reportProblem(terminal, out, written.error);
  return exitCodes.unusable;
}

export const addExampleCommand: AddCommand = (program, { terminal, done }) => {
  program
    .command('example')
    .description('write one of the example designs')
    .argument('<name>', 'low-power-wordpress, high-power-wordpress, three-tier-with-faults, microservices')
    .requiredOption('--out <path>', 'file to write, - for standard output')
    .option('--force', 'replace a file that exists', false)
    .action(async (name: string, options: { out: string; force: boolean }) =>
      done(await runExample(terminal, name, options)),
    );
};
