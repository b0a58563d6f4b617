import { cpus, totalmem } from 'node:os';
import { ensureBuild } from '../scripts/electron/ensure-build';
import { findElectron } from '../scripts/electron/find-electron';
import { reportAndExit } from '../scripts/electron/run-command';
import { ensureSystemPackages } from '../scripts/electron/system-packages';
import { runAsOrdinaryUser } from '../scripts/electron/test-user';

const PARTS = [
  'edits',
  'editing',
  'export',
  'resilience',
  'hostile',
  'start-up',
  'frames',
  'arrange',
  'pasting',
] as const;

/** Runs a benchmark that opens windows: as an ordinary user, on a display of its own. */
async function runInWindows(file: string): Promise<number> {
  const log = (line: string): void => console.log(line);
  await ensureSystemPackages(true, log);
  await ensureBuild(log);
  const electron = await findElectron(log);
  console.log(`Electron ${electron.version} (${electron.source})`);
  const tsx = [process.execPath, '--import', 'tsx'];
  const display = process.platform === 'linux' ? [...tsx, 'scripts/electron/with-display.ts'] : [];
  return runAsOrdinaryUser([...display, ...tsx, file], { STRATIFORM_ELECTRON: electron.executable });
}

const runPart = async (part: (typeof PARTS)[number]): Promise<number> => {
  console.log(`\n${part}`);
  if (part === 'edits') await import('./validate.bench');
  else if (part === 'editing') await import('./editing.bench');
  else if (part === 'export') await import('./export.bench');
  else if (part === 'resilience') await import('./resilience.bench');
  else if (part === 'hostile') await import('./hostile.bench');
  else return runInWindows(`bench/${part}.bench.ts`);
  return 0;
};

/** `npm run bench [-- PART…]`: how quick the app is, beside bare things that do less. */
const main = async (): Promise<void> => {
  const wanted = process.argv.slice(2);
  const parts = PARTS.filter((part) => wanted.length === 0 || wanted.includes(part));
  if (parts.length === 0)
    throw new Error(`There is no benchmark ${wanted.join(', ')}. Choose from ${PARTS.join(', ')}.`);
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(
    `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${memory} GB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
  );
  for (const part of parts) if ((await runPart(part)) !== 0) process.exitCode = 1;
};

main().catch(reportAndExit);
