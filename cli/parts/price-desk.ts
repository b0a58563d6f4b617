import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '../../app/main/files/disk';
import { createOrder } from '../../app/main/files/run-in-order';
import { openPriceDesk, type PriceDesk } from '../../app/main/pricing/price-desk';

type Environment = Readonly<Record<string, string | undefined>>;

const settingsRoot = (environment: Environment, platform: NodeJS.Platform): string => {
  if (platform === 'win32') return environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return environment.XDG_CONFIG_HOME || join(homedir(), '.config');
};

/** The folder of the app's own files: both keep their prices in the same cache. */
export const cacheFolder = (environment: Environment = process.env, platform = process.platform): string =>
  join(settingsRoot(environment, platform), 'Stratiform');

/** The desk for live prices, with the cache of the app. */
export const openCliDesk = (): Promise<PriceDesk> => {
  // The advice of AWS's client on versions of Node is for those who build this program, not for those who run it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  return openPriceDesk({
    tools: { disk: nodeDisk, order: createOrder(), randomName: randomUUID, now: Date.now },
    folder: cacheFolder(),
    environment: process.env,
  });
};
