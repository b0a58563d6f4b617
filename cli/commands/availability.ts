import { Option } from 'commander';
import { searchWays } from '../../shared/assessment/find-ways';
import { loadBundledBooks } from '../../shared/pricing/bundled-books';
import { type AvailabilityReport, availability, type Estimate } from '../../shared/resilience/availability';
import { showAvailability, showMinutesDown, showShare } from '../../shared/resilience/show-availability';
import { resolve } from '../../shared/topology/resolve';
import type { AddCommand, CommandContext } from '../parts/command-context';
import type { PlainFormat } from '../parts/formats';
import { readDesignFile } from '../parts/read-design-file';
import { readNumber } from '../parts/read-number';
import { toTable } from '../parts/table';
import { exitCodes, printable, reportProblem } from '../parts/terminal';
import { toJsonText } from '../parts/wording';
import { tellWays, waysToJson } from '../reports/ways';

const limitsOf = ({ limiting }: Estimate): string =>
  limiting.map(({ name, availability: share }) => `${name} ${showShare(share)}`).join(', ');

const rowOf = (kind: string, estimate: Estimate & { readonly name: string }): string[] => [
  kind,
  estimate.name,
  showAvailability(estimate),
  showMinutesDown(estimate),
  limitsOf(estimate),
];

function toText(file: string, { entries, tiers, assumptions, cutShort }: AvailabilityReport): string {
  const rows = [
    ['', 'For', 'Available', 'Down', 'Limited most by'],
    ...entries.map((entry) => rowOf('entry', entry)),
    ...tiers.map((tier) => rowOf('tier', tier)),
  ];
  const notes = [
    ...(entries.length === 0 ? ['No users are drawn who send requests, so only tiers are estimated.'] : []),
    ...assumptions,
    ...(cutShort ? ['The design is so large that some of it was left out.'] : []),
  ];
  return `${printable(file)}: an estimate, not a measurement\n${toTable(rows)}${notes.map((note) => `- ${printable(note)}\n`).join('')}`;
}

interface AvailabilityOptions {
  readonly format: PlainFormat;
  /** Percent. */
  readonly reach?: number;
}

/** The estimated availability of a design, for every entry and tier; with a target, the cheapest ways there. 1 where none is found. */
export async function runAvailability(
  { terminal, today }: Pick<CommandContext, 'terminal' | 'today'>,
  file: string,
  { format, reach }: AvailabilityOptions,
): Promise<number> {
  const read = await readDesignFile(file);
  if (!read.ok) {
    reportProblem(terminal, file, read.error);
    return exitCodes.unusable;
  }
  const design = read.value;
  const report = availability(resolve(design));
  const search =
    reach === undefined
      ? undefined
      : searchWays(design, { target: reach / 100, books: await loadBundledBooks(), today });
  const ways = search && { reach: waysToJson(search) };
  if (format === 'json') terminal.out(toJsonText({ version: 1, file, design: design.header.name, ...report, ...ways }));
  else terminal.out(toText(file, report) + (search ? tellWays(search) : ''));
  const isMissed = search?.outcome === 'unreachable' || search?.outcome === 'no-entry';
  return isMissed ? exitCodes.findings : exitCodes.fine;
}

export const addAvailabilityCommand: AddCommand = (program, { done, ...context }) => {
  program
    .command('availability')
    .description('estimate how available a design is, from what AWS promises')
    .argument('<file>', 'the design')
    .option(
      '--reach <percent>',
      'look for the cheapest fixes that reach this availability, such as 99.95',
      readNumber(100, 'Give a percentage from 0 to 100, such as 99.95.'),
    )
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (file: string, options: AvailabilityOptions) => done(await runAvailability(context, file, options)));
};
