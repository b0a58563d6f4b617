import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { exportCdk } from '../../exporters/cdk/export';
import { exportCloudFormation } from '../../exporters/cloudformation/export';
import type { Note } from '../../exporters/plan/note';
import { resolve } from '../../shared/topology/resolve';
import type { Topology } from '../../shared/topology/topology';
import type { AddCommand, CommandContext } from '../parts/command-context';
import { readDesignFile } from '../parts/read-design-file';
import { exitCodes, type Problem, printable, reportProblem, type Terminal } from '../parts/terminal';
import { isFolder, type OutputFile, writeFiles } from '../parts/write-files';

export const targets = ['cloudformation-yaml', 'cloudformation-json', 'cdk-typescript'] as const;
export type Target = (typeof targets)[number];

export interface ExportOptions {
  readonly target: Target;
  /** A file, a folder, or `-` for standard output. */
  readonly out: string;
  readonly force: boolean;
}

/** What every exporter gives. */
interface Exported {
  readonly files: readonly OutputFile[];
  readonly notes: readonly Note[];
}

function exportTo(target: Target, topology: Topology, today: string): Exported {
  if (target === 'cdk-typescript') return exportCdk(topology, { today });
  return exportCloudFormation(topology, { format: target === 'cloudformation-yaml' ? 'yaml' : 'json', today });
}

const NOTE_MARKS = { 'left-out': 'left out', assumed: 'assumed', 'will-not-work': 'WILL NOT WORK' } as const;

function showNotes(terminal: Terminal, { notes }: Exported): void {
  for (const { kind, message } of notes) terminal.error(`${NOTE_MARKS[kind]}: ${printable(message)}\n`);
}

/** Which file goes where; several templates need a folder, and a project makes one. */
function placeFiles({ files }: Exported, target: Target, out: string): readonly OutputFile[] | Problem {
  if (files.length === 0)
    return { message: 'The design holds nothing that can be deployed. Add a service to a Region first.' };
  const isProject = target === 'cdk-typescript';
  if (isProject && out === '-')
    return { message: `A CDK project has ${files.length} files. Give --out the name of a folder.` };
  if (isProject && existsSync(out) && !isFolder(out))
    return { message: `${out} is a file, and a CDK project is a folder. Give --out the name of a folder.` };
  if (isProject || isFolder(out)) return files.map(({ path, text }) => ({ path: join(out, path), text }));
  const [only, ...others] = files;
  if (only && others.length === 0) return [{ path: out, text: only.text }];
  return {
    message: `The design needs ${files.length} templates, for its Regions or because it is large. Give --out a folder that exists.`,
  };
}

/** Writes the templates of a design, all or none. What the reader of a template must know goes to standard error. */
export async function runExport(
  { terminal, today }: Pick<CommandContext, 'terminal' | 'today'>,
  file: string,
  { target, out, force }: ExportOptions,
): Promise<number> {
  const read = await readDesignFile(file);
  if (!read.ok) {
    reportProblem(terminal, file, read.error);
    return exitCodes.unusable;
  }
  const result = exportTo(target, resolve(read.value), today);
  const placed = placeFiles(result, target, out);
  if ('message' in placed) {
    reportProblem(terminal, file, placed);
    return exitCodes.unusable;
  }
  showNotes(terminal, result);
  if (out === '-') {
    terminal.out(placed.map(({ text }) => text).join(''));
    return exitCodes.fine;
  }
  const written = await writeFiles(placed, force, target === 'cdk-typescript');
  if (written.ok) return exitCodes.fine;
  reportProblem(terminal, out, written.error);
  return exitCodes.unusable;
}

export const addExportCommand: AddCommand = (program, { terminal, today, done }) => {
  program
    .command('export')
    .description('write templates or a CDK project that deploy the design')
    .argument('<file>', 'the design')
    .addOption(new Option('--target <target>', 'what to write').choices(targets).makeOptionMandatory())
    .requiredOption('--out <path>', 'file or folder to write, - for standard output')
    .option('--force', 'replace files that exist', false)
    .action(async (file: string, options: ExportOptions) => done(await runExport({ terminal, today }, file, options)));
};
