import { Option } from 'commander';
import { type Attempt, type Mended, mendDesign } from '../../shared/assessment/mend-design';
import { serializeDesign } from '../../shared/model/format/serialize';
import { loadBundledBooks } from '../../shared/pricing/bundled-books';
import { rules } from '../../shared/validation/rules';
import type { AddCommand, CommandContext } from '../parts/command-context';
import type { PlainFormat } from '../parts/formats';
import { readDesignFile } from '../parts/read-design-file';
import { exitCodes, printable, reportProblem } from '../parts/terminal';
import { plural, showChange, toJsonText } from '../parts/wording';
import { writeFiles } from '../parts/write-files';
import { findingToJson } from '../reports/json';
import { reachesBar } from '../reports/report';

export interface FixOptions {
  readonly rule?: string;
  readonly safe: boolean;
  readonly out: string;
  readonly force: boolean;
  readonly format: PlainFormat;
}

const attemptToJson = ({ finding, fix, isApplied, reason, monthlyMicros }: Attempt) => ({
  ruleId: finding.ruleId,
  subjects: finding.subjects,
  fix: { id: fix.id, title: fix.title },
  ...(isApplied ? { monthlyChange: monthlyMicros / 1_000_000 } : { reason }),
});

const toJson = (file: string, out: string, { attempts, cutShort, validation, design }: Mended): string =>
  toJsonText({
    version: 1,
    file,
    out,
    design: design.header.name,
    applied: attempts.filter(({ isApplied }) => isApplied).map(attemptToJson),
    leftOut: attempts.filter(({ isApplied }) => !isApplied).map(attemptToJson),
    cutShort,
    remaining: validation.findings.map(findingToJson),
  });

function toText(file: string, { attempts, cutShort, validation }: Mended): string {
  const applied = attempts.filter(({ isApplied }) => isApplied);
  const left = attempts.filter(({ isApplied }) => !isApplied);
  const lines = [
    `${file}: ${plural(applied.length, 'fix', 'fixes')} applied, ${plural(validation.findings.length, 'finding')} left`,
    ...(cutShort
      ? ['  The design is so large that not every fix was tried. Mend what was written to go on, rule by rule.']
      : []),
    ...applied.map(
      ({ finding, fix, subject, monthlyMicros }) =>
        `  done     ${finding.ruleId}  ${subject}: ${fix.title} (${showChange(monthlyMicros)})`,
    ),
    ...left.map(
      ({ finding, fix, subject, reason }) => `  left     ${finding.ruleId}  ${subject}: ${fix.title}. ${reason}`,
    ),
    ...validation.findings.flatMap(({ status, severity, ruleId, title, message, fixes }) => [
      `  ${(status === 'unknown' ? 'unknown' : severity).padEnd(8)} ${ruleId}  ${title}`,
      `           ${message}`,
      ...fixes.map((fix) => `           ${fix.kind === 'manual' ? 'by hand' : fix.kind}: ${fix.title}`),
    ]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

/** Writes the mended design. 1 where errors remain (of the rule, where one is named), 2 where nothing could be read or written. */
export async function runFix(
  { terminal, today }: Pick<CommandContext, 'terminal' | 'today'>,
  file: string,
  options: FixOptions,
): Promise<number> {
  const { safe, out, force, format } = options;
  const rule = options.rule?.toUpperCase();
  if (rule !== undefined && !rules.some(({ id }) => id === rule)) {
    terminal.error(`There is no rule ${printable(rule)}. "stratiform rules" lists them.\n`);
    return exitCodes.unusable;
  }
  const read = await readDesignFile(file);
  if (!read.ok) {
    reportProblem(terminal, file, read.error);
    return exitCodes.unusable;
  }
  const mended = mendDesign(read.value, await loadBundledBooks(), {
    safe,
    today,
    ...(rule === undefined ? {} : { rule }),
  });
  const text = serializeDesign(mended.design);
  const report = format === 'json' ? toJson(file, out, mended) : toText(file, mended);
  if (out === '-') {
    terminal.out(text);
    terminal.error(report);
  } else {
    const written = await writeFiles([{ path: out, text }], force);
    if (!written.ok) {
      reportProblem(terminal, out, written.error);
      return exitCodes.unusable;
    }
    terminal.out(report);
  }
  const remain = mended.validation.findings.some(
    (finding) => reachesBar(finding, 'error') && (rule === undefined || finding.ruleId === rule),
  );
  return remain ? exitCodes.findings : exitCodes.fine;
}

export const addFixCommand: AddCommand = (program, { done, ...context }) => {
  program
    .command('fix')
    .description('apply the automatic fixes of a design and write the result')
    .argument('<file>', 'the design')
    .option('--rule <id>', 'only findings of this rule')
    .option(
      '--safe',
      'only fixes that bring no new warning, delete nothing, do not raise the monthly bill and do not lower the availability',
      false,
    )
    .requiredOption('--out <path>', 'file to write, - for standard output')
    .option('--force', 'replace a file that exists', false)
    .addOption(new Option('--format <format>', 'how to print the report').choices(['text', 'json']).default('text'))
    .action(async (file: string, options: FixOptions) => done(await runFix(context, file, options)));
};
