import { Option } from 'commander';
import { checkDesign } from '../../shared/assessment/check-design';
import type { Profile } from '../../shared/catalog/profiles';
import { loadBundledBooks } from '../../shared/pricing/bundled-books';
import { estimate } from '../../shared/pricing/estimate';
import { resolve } from '../../shared/topology/resolve';
import type { AddCommand, CommandContext } from '../parts/command-context';
import { readDesignSource } from '../parts/read-design-file';
import { readNumber } from '../parts/read-number';
import { exitCodes, reportProblem } from '../parts/terminal';
import { type Environment, environmentOption, withEnvironment } from '../parts/with-environment';
import { profileOption, withProfile } from '../parts/with-profile';
import { reportJson } from '../reports/json';
import { reportJunit } from '../reports/junit';
import { reportMarkdown } from '../reports/markdown';
import { type Bar, type FileReport, type Reporter, reachesBar } from '../reports/report';
import { reportSarif } from '../reports/sarif';
import { checkTargets, type Targets } from '../reports/targets';
import { reportText } from '../reports/text';

const reporters = {
  text: reportText,
  json: reportJson,
  sarif: reportSarif,
  junit: reportJunit,
  markdown: reportMarkdown,
} as const satisfies Readonly<Record<string, Reporter>>;

export interface ValidateOptions extends Targets {
  readonly format: keyof typeof reporters;
  readonly failOn: Bar;
  readonly profile?: Profile;
  readonly environment?: Environment;
}

/** Checks designs. 1 where a finding reaches the bar or a target is missed, 2 where a file could not be read; the other files are checked all the same. */
export async function runValidate(
  { terminal, version, today }: Pick<CommandContext, 'terminal' | 'version' | 'today'>,
  files: readonly string[],
  { format, failOn, profile, environment, ...targets }: ValidateOptions,
): Promise<number> {
  const books = await loadBundledBooks();
  const reports: FileReport[] = [];
  for (const file of files) {
    const read = await readDesignSource(file);
    if (!read.ok) {
      reports.push({ file, problem: read.error });
      continue;
    }
    // What is development weighs as development, unless a profile is asked for.
    const weight = profile ?? (environment === 'development' ? 'development' : undefined);
    const design = withProfile(withEnvironment(read.value.design, environment), weight);
    const topology = resolve(design);
    reports.push({
      file,
      design,
      text: read.value.text,
      validation: checkDesign(topology, { today, bill: estimate(topology, books) }),
      targets: checkTargets(topology, books, targets),
    });
  }
  for (const report of reports) if ('problem' in report) reportProblem(terminal, report.file, report.problem);
  terminal.out(reporters[format](reports, { failOn, version }));
  if (reports.some((report) => 'problem' in report)) return exitCodes.unusable;
  const failed = reports.some(
    (report) =>
      'validation' in report &&
      (report.validation.findings.some((finding) => reachesBar(finding, failOn)) ||
        report.targets.some(({ isMet }) => !isMet)),
  );
  return failed ? exitCodes.findings : exitCodes.fine;
}

export const addValidateCommand: AddCommand = (program, context) => {
  program
    .command('validate')
    .description('list the findings of designs')
    .argument('<file...>', 'designs to check')
    .addOption(new Option('--format <format>', 'how to print').choices(Object.keys(reporters)).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'least severity that makes the exit code 1')
        .choices(['error', 'warning', 'none'])
        .default('error'),
    )
    .addOption(profileOption())
    .addOption(environmentOption())
    .option(
      '--min-availability <percent>',
      'estimated availability that every design must reach, such as 99.95',
      readNumber(100, 'Give a percentage from 0 to 100, such as 99.95.'),
    )
    .option(
      '--max-monthly <usd>',
      'most that a design may cost in US dollars a month',
      readNumber(1e9, 'Give an amount in US dollars, such as 500.'),
    )
    .action(async (files: string[], options: ValidateOptions) =>
      context.done(await runValidate(context, files, options)),
    );
};
