import { join } from 'node:path';
import { Option } from 'commander';
import { type CloudFormationExport, exportCloudFormation } from '../../exporters/cloudformation/export';
import { resolve } from '../../shared/topology/resolve';
import type { AddCommand } from '../parts/command-context';
import { readDesignFile } from '../parts/read-design-file';
import { exitCodes, type Problem, printable, reportProblem, type Terminal } from '../parts/terminal';
import { isFolder, type OutputFile, writeFiles } from '../parts/write-files';

export const targets = ['cloudformation-yaml', 'cloudformation-json'] as const;
export type Target = (typeof targets)[number];

export interface ExportOptions {
  readonly target: Target;
  /** A file, a folder, or `-` for standard output. */
  readonly out: string;
  readonly force: boolean;
}

const NOTE_MARKS = { 'left-out': 'left out', assumed: 'assumed', 'will-not-work': 'WILL NOT WORK' } as const;

function showNotes(terminal: Terminal, { notes }: CloudFormationExport): void {
  for (const { kind, message } of notes) terminal.error(`${NOTE_MARKS[kind]}: ${printable(message)}\n`);
}

/** Which file goes where; several templates need a folder. */
function placeFiles({ files }: CloudFormationExport, out: string): readonly OutputFile[] | Problem {
  if (files.length === 0)
    return { message: 'The design holds nothing that can be deployed. Add a service to a Region first.' };
  if (isFolder(out)) return files.map(({ path, text }) => ({ path: join(out, path), text }));
  const [only, ...others] = files;
  if (only && others.length === 0) return [{ path: out, text: only.text }];
  return {
    message: `The design has ${files.length} Regions and so ${files.length} templates. Give --out a folder that exists.`,
  };
}

/** Writes the templates of a design, all or none. What the reader of a template must know goes to standard error. */
export async function runExport(
  terminal: Terminal,
  file: string,
  { target, out, force }: ExportOptions,
): Promise<number> {
  const read = await readDesignFile(file);
  if (!read.ok) {
    reportProblem(terminal, file, read.error);
    return exitCodes.unusable;
  }
  const format = target === 'cloudformation-yaml' ? 'yaml' : 'json';
  const result = exportCloudFormation(resolve(read.value), { format });
  const placed = placeFiles(result, out);
  if ('message' in placed) {
    reportProblem(terminal, file, placed);
    return exitCodes.unusable;
  }
  showNotes(terminal, result);
  if (out === '-') {
    terminal.out(placed.map(({ text }) => text).join(''));
    return exitCodes.fine;
  }
  const written = await writeFiles(placed, force);
  if (written.ok) return exitCodes.fine;
  reportProblem(terminal, out, written.error);
  return exitCodes.unusable;
}

export const addExportCommand: AddCommand = (program, { terminal, done }) => {
  program
    .command('export')
    .description('write a template that deploys the design')
    .argument('<file>', 'the design')
    .addOption(new Option('--target <target>', 'what to write').choices(targets).makeOptionMandatory())
    .requiredOption('--out <path>', 'file or folder to write, - for standard output')
    .option('--force', 'replace files that exist', false)
    .action(async (file: string, options: ExportOptions) => done(await runExport(terminal, file, options)));
};
