import { Option } from 'commander';
import { BUNDLED_REGIONS, loadBundledBooks } from '../../shared/pricing/bundled-books';
import { listNeededPrices, type NeededPrice } from '../../shared/pricing/live/needed-prices';
import type { PriceRecord } from '../../shared/pricing/live/price-record';
import type { PriceBooks } from '../../shared/pricing/price-book';
import { warnOfAge } from '../../shared/pricing/snapshot-age';
import { resolve } from '../../shared/topology/resolve';
import { type AskOptions, addAskOptions, askPrices } from '../parts/ask-prices';
import type { AddCommand } from '../parts/command-context';
import { cacheFolder, openCliDesk } from '../parts/price-desk';
import { readDesignFile } from '../parts/read-design-file';
import { toTable } from '../parts/table';
import { exitCodes, printable, reportProblem, type Terminal } from '../parts/terminal';
import { toJsonText } from '../parts/wording';

/** Reads the prices that designs need into the cache. 2 where a file cannot be read or the service failed. */
export async function runRefresh(terminal: Terminal, files: readonly string[], options: AskOptions): Promise<number> {
  const books = await loadBundledBooks();
  const needs = new Map<string, NeededPrice>();
  let isReadable = true;
  for (const file of files) {
    const read = await readDesignFile(file);
    if (read.ok)
      for (const need of listNeededPrices(resolve(read.value), books)) needs.set(`${need.region} ${need.key}`, need);
    else {
      reportProblem(terminal, file, read.error);
      isReadable = false;
    }
  }
  if (!isReadable) return exitCodes.unusable;
  const { failure, unanswered } = await askPrices(terminal, await openCliDesk(), [...needs.values()], options);
  for (const { region, message } of unanswered) terminal.error(`  ${region}: ${printable(message)}\n`);
  return failure === null ? exitCodes.fine : exitCodes.unusable;
}

interface RegionStatus {
  readonly region: string;
  readonly prices: number;
  /** ISO time of the oldest and the newest. */
  readonly oldest: string;
  readonly newest: string;
}

const countByRegion = (cached: readonly PriceRecord[]): RegionStatus[] =>
  [...new Set(cached.map(({ region }) => region))].sort().map((region) => {
    const times = cached
      .filter((record) => record.region === region)
      .map(({ fetchedAt }) => fetchedAt)
      .sort();
    return { region, prices: times.length, oldest: times[0] ?? '', newest: times.at(-1) ?? '' };
  });

const bundledDates = (books: PriceBooks): { readonly region: string; readonly asOf: string }[] =>
  BUNDLED_REGIONS.map((region) => ({ region, asOf: books.find(region)?.asOf ?? '' }));

/** What prices are at hand, how old they are, and which profiles live ones can be asked for with. */
export async function runStatus(terminal: Terminal, format: 'text' | 'json'): Promise<number> {
  const desk = await openCliDesk();
  const [{ cached }, profiles, books] = await Promise.all([desk.status(), desk.profiles(), loadBundledBooks()]);
  const status = { folder: cacheFolder(), cached: countByRegion(cached), bundled: bundledDates(books), profiles };
  if (format === 'json') {
    terminal.out(toJsonText({ version: 1, ...status }));
    return exitCodes.fine;
  }
  const today = new Date().toISOString().slice(0, 10);
  const rows = [
    ...status.cached.map(({ region, prices, oldest, newest }) => [
      region,
      `${prices} cached`,
      `${oldest.slice(0, 10)} to ${newest.slice(0, 10)}`,
    ]),
    ...status.bundled.map(({ region, asOf }) => [region, 'bundled', `newest source ${asOf}`]),
  ];
  terminal.out(toTable([['Region', 'Prices', 'Date'], ...rows]));
  const names = profiles.map(({ name, runsProgram }) => (runsProgram ? `${name} (runs a program)` : name));
  terminal.out(`\nCache: ${printable(status.folder)}\nProfiles: ${printable(names.join(', ') || 'none')}\n`);
  for (const { region, asOf } of status.bundled) {
    const warning = warnOfAge(region, asOf, today);
    if (warning !== undefined) terminal.error(`${warning}\n`);
  }
  return exitCodes.fine;
}

export const addPricesCommand: AddCommand = (program, { terminal, done }) => {
  const prices = program.command('prices').description('live prices: read them into the cache, see what is there');
  const refresh = prices
    .command('refresh')
    .description('read the prices that designs need from AWS into the cache')
    .argument('<file...>', 'the designs');
  addAskOptions(refresh).action(async (files: string[], options: AskOptions) =>
    done(await runRefresh(terminal, files, options)),
  );
  prices
    .command('status')
    .description('cached and bundled prices with their age, and the profiles')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async ({ format }: { format: 'text' | 'json' }) => done(await runStatus(terminal, format)));
};
