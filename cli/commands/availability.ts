import { Option } from 'commander';
import { type AvailabilityReport, availability, type Estimate } from '../../shared/resilience/availability';
import { showAvailability, showMinutesDown, showShare } from '../../shared/resilience/show-availability';
import { resolve } from '../../shared/topology/resolve';
import type { AddCommand } from '../parts/command-context';
import type { PlainFormat } from '../parts/formats';
import { readDesignFile } from '../parts/read-design-file';
import { toTable } from '../parts/table';
import { exitCodes, printable, reportProblem, type Terminal } from '../parts/terminal';
import { toJsonText } from '../parts/wording';

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

/** The estimated availability of a design, for every entry and tier. */
export async function runAvailability(terminal: Terminal, file: string, format: PlainFormat): Promise<number> {
  const read = await readDesignFile(file);
  if (!read.ok) {
    reportProblem(terminal, file, read.error);
    return exitCodes.unusable;
  }
  const report = availability(resolve(read.value));
  if (format === 'json') terminal.out(toJsonText({ version: 1, file, design: read.value.header.name, ...report }));
  else terminal.out(toText(file, report));
  return exitCodes.fine;
}

export const addAvailabilityCommand: AddCommand = (program, { terminal, done }) => {
  program
    .command('availability')
    .description('estimate how available a design is, from what AWS promises')
    .argument('<file>', 'the design')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (file: string, { format }: { format: PlainFormat }) =>
      done(await runAvailability(terminal, file, format)),
    );
};
