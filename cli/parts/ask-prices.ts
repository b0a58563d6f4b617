import { type Command, InvalidArgumentError, Option } from 'commander';
import type { PriceDesk } from '../../app/main/pricing/price-desk';
import {
  type EndpointRegion,
  endpointRegions,
  type PriceRefresh,
  type PriceRefreshOutcome,
} from '../../shared/ipc/prices';
import type { Terminal } from './terminal';
import { plural } from './wording';

/** Whom to ask for live prices, and as whom. */
export interface AskOptions {
  readonly profile?: string;
  readonly endpointRegion?: EndpointRegion;
  readonly source?: PriceRefresh['source'];
  readonly maxAge?: number;
}

const DAY_IN_HOURS = 24;
const YEAR_IN_HOURS = 8760;

const readHours = (text: string): number => {
  const hours = Number(text);
  if (text.trim() === '' || !(hours >= 0 && hours <= YEAR_IN_HOURS))
    throw new InvalidArgumentError(`It has to be a number of hours from 0 to ${YEAR_IN_HOURS}.`);
  return hours;
};

export const addAskOptions = (command: Command): Command =>
  command
    .option('--profile <name>', 'profile of the AWS configuration files; else what the environment gives')
    .addOption(
      new Option('--endpoint-region <region>', 'where the price list is asked (us-east-1)').choices(endpointRegions),
    )
    .addOption(
      new Option('--source <source>', 'query service, or the public offer files, which need no account').choices([
        'query',
        'offer-files',
      ]),
    )
    .option('--max-age <hours>', 'take prices younger than this from the cache (24)', readHours);

const tell = ({ prices, fromCache, unanswered, requests }: PriceRefreshOutcome): string =>
  `${plural(prices.length, 'price')} read in ${plural(requests, 'request')}, ${fromCache} recent in the cache, ${unanswered.length} without an answer.\n`;

/**
 * Reads prices and says in one line on the error output how it went, and in another what failed. What was read before a
 * failure or Ctrl+C stays. Never throws.
 */
export const askPrices = async (
  terminal: Terminal,
  desk: PriceDesk,
  needs: PriceRefresh['needs'],
  { profile, endpointRegion = 'us-east-1', source = 'query', maxAge = DAY_IN_HOURS }: AskOptions,
): Promise<PriceRefreshOutcome> => {
  const stop = () => desk.cancel();
  process.once('SIGINT', stop);
  const outcome = await desk.refresh(
    { needs, source, profile: profile ?? null, endpointRegion, maxAgeHours: maxAge },
    () => undefined,
  );
  process.off('SIGINT', stop);
  terminal.error(tell(outcome));
  if (outcome.failure !== null) terminal.error(`${outcome.failure.message}\n`);
  if (!outcome.kept) terminal.error('The cache could not be written: these prices will be asked for again.\n');
  return outcome;
};
