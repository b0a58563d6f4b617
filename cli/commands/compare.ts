import { Option } from 'commander';
import { compareAll, comparisonMarkdown } from '../../shared/assessment/compare';
import type { Design } from '../../shared/model/design';
import { loadBundledBooks } from '../../shared/pricing/bundled-books';
import type { Comparison } from '../../shared/resilience/compare';
import type { AddCommand, CommandContext } from '../parts/command-context';
import { readDesignFile } from '../parts/read-design-file';
import { toTable } from '../parts/table';
import { exitCodes, reportProblem } from '../parts/terminal';
import { toJsonText } from '../parts/wording';

export type CompareFormat = 'text' | 'json' | 'markdown';

/** JSON knows no infinity. */
const toJson = (files: readonly string[], { names, factors }: Comparison): string =>
  toJsonText({
    version: 1,
    designs: files.map((file, index) => ({ file, design: names[index] })),
    factors: factors.map(({ values, ...factor }) => ({
      ...factor,
      values: values.map(({ value, text }) => ({
        value: value === Number.POSITIVE_INFINITY ? null : value,
        isUnlimited: value === Number.POSITIVE_INFINITY,
        text,
      })),
    })),
  });

const cells = ({ factors }: Comparison, best: (text: string) => string): string[][] =>
  factors.map(({ title, values, best: winners }) => [
    title,
    ...values.map(({ text }, index) => (winners.includes(index) ? best(text) : text)),
  ]);

function toText(comparison: Comparison): string {
  const rows = cells(comparison, (text) => `${text} *`);
  const notes = comparison.factors.map(({ title, note }) => `- ${title}: ${note}\n`).join('');
  return `${toTable([['', ...comparison.names], ...rows])}\n* does best\n${notes}`;
}

/** Puts designs side by side. 2 where fewer than two are given or one cannot be read. */
export async function runCompare(
  { terminal, today }: Pick<CommandContext, 'terminal' | 'today'>,
  files: readonly string[],
  format: CompareFormat,
): Promise<number> {
  if (files.length < 2) {
    terminal.error('There is nothing to compare with. Give two designs or more.\n');
    return exitCodes.unusable;
  }
  const books = await loadBundledBooks();
  const designs: Design[] = [];
  for (const file of files) {
    const read = await readDesignFile(file);
    if (read.ok) designs.push(read.value);
    else reportProblem(terminal, file, read.error);
  }
  if (designs.length < files.length) return exitCodes.unusable;
  const comparison = compareAll(designs, books, today);
  if (format === 'json') terminal.out(toJson(files, comparison));
  else terminal.out(format === 'markdown' ? comparisonMarkdown(comparison) : toText(comparison));
  return exitCodes.fine;
}

export const addCompareCommand: AddCommand = (program, { done, ...context }) => {
  program
    .command('compare')
    .description('put designs side by side: cost, availability, recovery, findings, room to scale, parts to run')
    .argument('<file...>', 'two designs or more')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'markdown']).default('text'))
    .action(async (files: string[], { format }: { format: CompareFormat }) =>
      done(await runCompare(context, files, format)),
    );
};
