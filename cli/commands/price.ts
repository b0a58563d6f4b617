import { Option } from 'commander';
import { designSettings } from '../../shared/catalog/design-settings';
import { isPurchase, PURCHASES } from '../../shared/catalog/purchase';
import { listScenarios } from '../../shared/catalog/usage-scenarios';
import { changeDesignSettings } from '../../shared/commands/change-design-settings';
import type { Design } from '../../shared/model/design';
import { applyDiff } from '../../shared/model/diff';
import { loadBundledBooks } from '../../shared/pricing/bundled-books';
import { estimate } from '../../shared/pricing/estimate';
import { layerRecords } from '../../shared/pricing/live/layer-records';
import { listNeededPrices } from '../../shared/pricing/live/needed-prices';
import type { PriceBooks } from '../../shared/pricing/price-book';
import { priceDiff } from '../../shared/pricing/price-diff';
import { type ReportFormat, reportFormats, writeBill } from '../../shared/pricing/report/bill-report';
import { writePriceDiff } from '../../shared/pricing/report/diff-report';
import { resolve } from '../../shared/topology/resolve';
import type { JsonObject } from '../../shared/util/json';
import type { Result } from '../../shared/util/result';
import { type AskOptions, addAskOptions, askPrices } from '../parts/ask-prices';
import type { AddCommand } from '../parts/command-context';
import { openCliDesk } from '../parts/price-desk';
import { readDesignFile } from '../parts/read-design-file';
import { exitCodes, type Problem, printable, reportProblem, type Terminal } from '../parts/terminal';
import { type Environment, environmentOption, withEnvironment } from '../parts/with-environment';

export interface PriceOptions extends AskOptions {
  readonly scenario?: string;
  readonly plan?: string;
  readonly environment?: Environment;
  /** The earlier design to compare with. */
  readonly diff?: string;
  readonly live?: true;
  readonly bundled?: true;
  readonly format: ReportFormat;
}

const refuse = (message: string): Result<never, Problem> => ({ ok: false, error: { message } });

/** The design with the wished scenario and plan in place of its own. */
function applyWishes(design: Design, { scenario, plan }: PriceOptions): Result<Design, Problem> {
  const settings: Record<string, string> = {};
  if (plan !== undefined) settings.purchase = plan;
  if (scenario !== undefined) {
    const offered = listScenarios(designSettings.read(design.header.settings).scenarios);
    const wish = scenario.toLowerCase();
    const found = offered.find(({ id, name }) => id === wish || name.toLowerCase() === wish);
    if (found === undefined)
      return refuse(`It has no scenario "${scenario}". Choose one of ${offered.map(({ id }) => id).join(', ')}.`);
    settings.scenario = found.id;
  }
  const wishes: JsonObject = settings;
  const change = changeDesignSettings(design, { settings: wishes });
  return change.ok ? applyDiff(design, change.value) : change;
}

async function readWished(file: string, options: PriceOptions): Promise<Result<Design, Problem>> {
  const read = await readDesignFile(file);
  return read.ok ? applyWishes(withEnvironment(read.value, options.environment), options) : read;
}

/** Bundled prices, under those of the cache and those read just now. */
async function gatherBooks(terminal: Terminal, designs: readonly Design[], options: PriceOptions): Promise<PriceBooks> {
  const bundled = await loadBundledBooks();
  if (options.bundled) return bundled;
  const desk = await openCliDesk();
  const { cached } = await desk.status();
  if (!options.live) return layerRecords(bundled, { live: [], cached });
  const needs = designs.flatMap((design) => listNeededPrices(resolve(design), bundled));
  const { prices } = await askPrices(terminal, desk, needs, options);
  return layerRecords(bundled, { live: prices, cached });
}

/** Text for people is made printable line by line; data goes out as it is. */
const show = (text: string, format: ReportFormat): string =>
  format === 'json' || format === 'csv' ? text : text.split('\n').map(printable).join('\n');

/** What stands in the way of these options together; undefined where nothing does. */
const findContradiction = ({ live, profile, endpointRegion, source, maxAge }: PriceOptions): string | undefined =>
  live || [profile, endpointRegion, source, maxAge].every((value) => value === undefined)
    ? undefined
    : 'A profile, an endpoint Region, a source or an age is for live prices. Add --live.';

/** The monthly estimate of a design, or what it costs more than an earlier one. */
export async function runPrice(terminal: Terminal, file: string, options: PriceOptions): Promise<number> {
  const contradiction = findContradiction(options);
  if (contradiction !== undefined) {
    terminal.error(`${contradiction}\n`);
    return exitCodes.unusable;
  }
  const files = options.diff === undefined ? [file] : [options.diff, file];
  const designs: Design[] = [];
  for (const path of files) {
    const read = await readWished(path, options);
    if (read.ok) designs.push(read.value);
    else reportProblem(terminal, path, read.error);
  }
  const [first, last] = [designs[0], designs.at(-1)];
  if (designs.length < files.length || first === undefined || last === undefined) return exitCodes.unusable;
  const books = await gatherBooks(terminal, designs, options);
  const bills = [first, last].map((design) => estimate(resolve(design), books));
  const [before, after] = bills;
  if (before === undefined || after === undefined) return exitCodes.unusable;
  const text =
    options.diff === undefined
      ? writeBill(last, after, options.format)
      : writePriceDiff(first, last, priceDiff(before, after), options.format);
  terminal.out(show(text, options.format));
  return exitCodes.fine;
}

export const addPriceCommand: AddCommand = (program, { terminal, done }) => {
  const command = program
    .command('price')
    .description('estimate the monthly bill of a design, or what changed since an earlier one')
    .argument('<file>', 'the design')
    .option('--scenario <name>', 'usage scenario: quiet, expected, launch-day or one of the design')
    .addOption(new Option('--plan <plan>', 'how capacity is bought').choices(Object.keys(PURCHASES).filter(isPurchase)))
    .addOption(environmentOption())
    .option('--diff <old>', 'the earlier design: price --diff OLD NEW')
    .option('--live', 'read the prices it needs from AWS')
    .addOption(new Option('--bundled', 'leave out cached prices').conflicts('live'))
    .addOption(new Option('--format <format>', 'how to print').choices(reportFormats).default('text'));
  addAskOptions(command).action(async (file: string, options: PriceOptions) =>
    done(await runPrice(terminal, file, options)),
  );
};
