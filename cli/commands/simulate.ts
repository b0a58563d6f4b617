import { Option } from 'commander';
import type { Design } from '../../shared/model/design';
import { type Failure, parseFailure } from '../../shared/resilience/failures';
import { type Outage, simulate } from '../../shared/resilience/outage';
import { showMinutes } from '../../shared/resilience/recovery-times';
import type { TierCapacity } from '../../shared/resilience/tier-capacity';
import { resolve } from '../../shared/topology/resolve';
import type { AddCommand } from '../parts/command-context';
import type { PlainFormat } from '../parts/formats';
import { readDesignFile } from '../parts/read-design-file';
import { toTable } from '../parts/table';
import { exitCodes, printable, reportProblem, type Terminal } from '../parts/terminal';
import { toJsonText } from '../parts/wording';

export interface SimulateOptions {
  readonly fail: readonly string[];
  readonly format: PlainFormat;
}

const section = (title: string, rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : `\n${title}\n${toTable(rows.map((row) => ['', ...row]))}`;

const capacityOf = ({ copies, desired, percent, enough }: TierCapacity): string => {
  const left = copies === null ? `${percent} % left` : `${copies} of ${desired} copies left`;
  return enough === null ? left : `${left}, ${enough ? 'enough' : 'not enough'} for the stated load`;
};

function toText(file: string, design: Design, outage: Outage): string {
  const named = (id: string): string => design.elements.get(id)?.name ?? id;
  const hit = outage.services.filter(({ state, cutOff }) => state !== 'up' || cutOff);
  const paths = outage.entries.flatMap(({ brokenPaths }) =>
    brokenPaths.map(({ path }) => [
      path
        .filter((id) => design.elements.has(id))
        .map(named)
        .join(' → '),
    ]),
  );
  const stateOf = ({ state, cause }: Outage['services'][number]): string =>
    state === 'up' ? 'cut off' : cause === 'dependency' ? 'stopped' : state;
  return [
    `${printable(file)}: ${printable(outage.summary)}\n`,
    section(
      'For',
      outage.entries.map(({ name, state }) => [state, name]),
    ),
    section(
      'Services',
      hit.map((service) => [stateOf(service), service.name, service.reasons.join(' ')]),
    ),
    section(
      'Tiers',
      outage.tiers.map((tier) => [tier.name, capacityOf(tier)]),
    ),
    section('Broken paths', paths),
    section(
      'Lost sessions',
      outage.lostSessions.map(({ text }) => [text]),
    ),
    section(
      'Recovery (estimates)',
      outage.recoveries.map(({ name, rto, rpo }) => [
        name,
        `RTO ${showMinutes(rto.minutes)}`,
        `RPO ${showMinutes(rpo.minutes)}`,
        `${rto.assumption} ${rpo.assumption}`,
      ]),
    ),
    outage.cutShort ? '\nThe design is so large that not all paths were followed.\n' : '',
  ].join('');
}

/** What fails with what. 2 where a failure names nothing in the design: then nothing is simulated. */
export async function runSimulate(
  terminal: Terminal,
  file: string,
  { fail, format }: SimulateOptions,
): Promise<number> {
  const read = await readDesignFile(file);
  if (!read.ok) {
    reportProblem(terminal, file, read.error);
    return exitCodes.unusable;
  }
  const topology = resolve(read.value);
  const failures: Failure[] = [];
  let unknown = 0;
  for (const text of fail) {
    const parsed = parseFailure(topology, text);
    if (parsed.ok) failures.push(parsed.value);
    else {
      unknown += 1;
      reportProblem(terminal, file, parsed.error);
    }
  }
  if (unknown > 0) return exitCodes.unusable;
  const outage = simulate(topology, failures);
  if (format === 'json') terminal.out(toJsonText({ version: 1, file, design: read.value.header.name, ...outage }));
  else terminal.out(toText(file, read.value, outage));
  return exitCodes.fine;
}

export const addSimulateCommand: AddCommand = (program, { terminal, done }) => {
  program
    .command('simulate')
    .description('show what an outage takes down')
    .argument('<file>', 'the design')
    .addOption(
      new Option('--fail <what>', 'az:us-east-1a, region:us-east-1 or element:ID; may be given several times')
        .argParser((value: string, before: readonly string[] = []) => [...before, value])
        .makeOptionMandatory(),
    )
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (file: string, options: SimulateOptions) => done(await runSimulate(terminal, file, options)));
};
