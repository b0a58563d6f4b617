import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { succeed } from '../../../../shared/ipc/answer';
import type { RecentEntry } from '../../../../shared/ipc/documents';
import type { Workbench } from '../../document/workbench';
import type { Handler } from '../handler';

const patienceMs = 300;

/** A disk on the network may take long to answer; then the file counts as present. */
const isMissing = async (bench: Workbench, path: string): Promise<boolean> => {
  const look = bench.disk.look(path).then(
    () => false,
    () => true,
  );
  return Promise.race([look, wait(patienceMs, false)]);
};

export const answerRecentList: Handler<'recent.list'> = async ({ bench }) => {
  const toEntry = async (path: string): Promise<RecentEntry> => ({
    ticket: bench.tickets.issue('recent', path),
    name: basename(path),
    folder: dirname(path),
    missing: await isMissing(bench, path),
  });
  return succeed({ entries: await Promise.all(bench.recent.list().map(toEntry)) });
};
