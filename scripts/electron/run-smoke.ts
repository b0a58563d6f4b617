import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ensureBuild } from './ensure-build';
import { findElectron } from './find-electron';
import { projectRoot } from './project-root';
import { SetupError } from './run-command';
import { ensureSystemPackages } from './system-packages';
import { ensureTestUser, giveFolder, runAsOrdinaryUser } from './test-user';

export type SmokeOptions = { readonly out: string | undefined; readonly file: string | undefined };

/** npm runs scripts in the project's folder and says where it was called. */
const callerFolder = process.env.INIT_CWD ?? process.cwd();

const exampleToShow = join('examples', 'high-power-wordpress.stratiform');

/** The design to show, if there is one. */
const chooseFile = (file: string | undefined): string | undefined => {
  const example = join(projectRoot, exampleToShow);
  if (file === undefined) return existsSync(example) ? example : undefined;
  const path = resolve(callerFolder, file);
  if (!existsSync(path)) throw new SetupError(`There is no file ${path}. Name a *.stratiform file.`);
  return path;
};

/** The ordinary user may not be able to read the file where it lies. */
const copyInto = (folder: string, file: string): string => {
  const copy = join(folder, basename(file));
  copyFileSync(file, copy);
  chmodSync(copy, 0o644);
  return copy;
};

/**
 * Starts the app without a screen as an ordinary user, waits for its canvas and writes a screenshot.
 * @returns the exit code: 0 when the canvas appeared.
 */
export const runSmoke = async (options: SmokeOptions, log: (line: string) => void): Promise<number> => {
  if (process.platform !== 'linux')
    throw new SetupError('--smoke needs Linux with Xvfb. Here, start the app with `npm start`.');
  const out = options.out ? resolve(callerFolder, options.out) : join(projectRoot, 'test-results', 'smoke.png');
  const file = chooseFile(options.file);
  await ensureSystemPackages(true, log);
  await ensureBuild(log);
  const electron = await findElectron(log);
  const work = join(tmpdir(), `stratiform-smoke-${randomUUID()}`);
  if (process.getuid?.() === 0) await giveFolder(work, await ensureTestUser());
  else mkdirSync(work);
  try {
    const shot = join(work, 'smoke.png');
    const design = file === undefined ? [] : [copyInto(work, file)];
    const tsx = [process.execPath, '--import', 'tsx'];
    const driver = ['scripts/electron/drive-smoke.ts', electron.executable, shot, ...design];
    const code = await runAsOrdinaryUser([...tsx, 'scripts/electron/with-display.ts', ...tsx, ...driver], {});
    if (code !== 0) return code;
    mkdirSync(dirname(out), { recursive: true });
    copyFileSync(shot, out);
    log(`Electron ${electron.version} (${electron.source}) showed the canvas; screenshot: ${out}`);
    return 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
