import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const isErrorWithCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrorWithCode(error, 'EPERM');
  }
};

/** The holder has died, or never wrote its process id. */
const isAbandoned = async (lock: string): Promise<boolean> => {
  const text = await readFile(join(lock, 'pid'), 'utf8').catch(() => undefined);
  if (text !== undefined && text !== '') return !isAlive(Number(text));
  const info = await stat(lock).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs > 10_000;
};

/** Runs `work` while no other process on this machine runs one under the same lock folder. Locks of dead processes are taken over. */
export const withFolderLock = async <T>(lock: string, onWait: () => void, work: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (!isErrorWithCode(error, 'EEXIST')) throw error;
      if (attempt === 0) onWait();
      if (await isAbandoned(lock)) await rm(lock, { recursive: true, force: true });
      else await wait(250);
    }
  }
  try {
    await writeFile(join(lock, 'pid'), String(process.pid));
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
};
