import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Where root keeps what an ordinary user has to read too. */
const sharedCache = '/var/cache/stratiform';

/** True when users other than the owner may enter the folder and every folder above it that exists. */
export const isOpenToOthers = (path: string): boolean => {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined && (mode & 0o001) === 0) return false;
  const parent = dirname(path);
  return parent === path || isOpenToOthers(parent);
};

/**
 * Folder for downloaded runtimes, outside the work tree: `$XDG_CACHE_HOME/stratiform`, else `~/.cache/stratiform`;
 * for root a folder that the test user can read.
 */
export const getCacheFolder = (environment: NodeJS.ProcessEnv, isRoot: boolean): string => {
  const configured = environment.XDG_CACHE_HOME;
  const folder = join(configured ? resolve(configured) : join(homedir(), '.cache'), 'stratiform');
  if (!isRoot) return folder;
  return configured && isOpenToOthers(folder) ? folder : sharedCache;
};
