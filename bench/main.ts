import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ensureBuild } from '../scripts/electron/ensure-build';
import { findElectron } from '../scripts/electron/find-electron';
import { projectRoot } from '../scripts/electron/project-root';
import { reportAndExit, runInTerminal } from '../scripts/electron/run-command';
import { ensureSystemPackages } from '../scripts/electron/system-packages';
import { runAsOrdinaryUser } from '../scripts/electron/test-user';

const CORE_PARTS = ['edits', 'editing', 'export', 'resilience', 'hostile'] as const;
const WINDOW_PARTS = ['start-up', 'frames', 'arrange', 'pasting'] as const;
const PARTS: readonly string[] = [...CORE_PARTS, ...WINDOW_PARTS];

/** Runs a benchmark of the core in a process of its own, bundled as the app is: run from source, every function is wrapped to keep its name. */
async function runBundled(file: string): Promise<number> {
  const outfile = join(projectRoot, '.cache/bench', `${file.replace(/\W/g, '-')}.mjs`);
  await build({
    entryPoints: [join(projectRoot, file)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return runInTerminal(process.execPath, [outfile]);
}

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

const runPart = (part: string): Promise<number> => {
  console.log(`\n${part}`);
  const file = `bench/${part}.bench.ts`;
  return CORE_PARTS.some((core) => core === part) ? runBundled(file) : runInWindows(file);
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
