import { Option } from 'commander';
import { checkDesign } from '../../shared/assessment/check-design';
import { loadBundledBooks } from '../../shared/pricing/bundled-books';
import { estimate } from '../../shared/pricing/estimate';
import { type Comparison, compareDesigns, type DesignInput } from '../../shared/resilience/compare';
import { resolve } from '../../shared/topology/resolve';
import type { AddCommand, CommandContext } from '../parts/command-context';
import { markdownTable, plainMarkdown } from '../parts/markdown';
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

function toMarkdown(comparison: Comparison): string {
  const rows = cells(comparison, (text) => text).map((row, index) => {
    const winners = comparison.factors[index]?.best ?? [];
    return row.map((cell, column) =>
      winners.includes(column - 1) ? `**${plainMarkdown(cell)}**` : plainMarkdown(cell),
    );
  });
  return `${markdownTable(['', ...comparison.names.map(plainMarkdown)], rows).join('\n')}\n`;
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
  const inputs: DesignInput[] = [];
  for (const file of files) {
    const read = await readDesignFile(file);
    if (!read.ok) {
      reportProblem(terminal, file, read.error);
      continue;
    }
    const topology = resolve(read.value);
    const bill = estimate(topology, books);
    const { total } = bill;
    inputs.push({
      topology,
      ...(total.isUnpriced ? {} : { monthlyMicros: total.micros }),
      findings: checkDesign(topology, { today, bill }).counts,
    });
  }
  if (inputs.length < files.length) return exitCodes.unusable;
  const comparison = compareDesigns(inputs);
  if (format === 'json') terminal.out(toJson(files, comparison));
  else terminal.out(format === 'markdown' ? toMarkdown(comparison) : toText(comparison));
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
