import { parseArgs } from 'node:util';
import { ensureBuild } from './electron/ensure-build';
import { findElectron } from './electron/find-electron';
import { projectRoot } from './electron/project-root';
import { reportAndExit, runInTerminal, SetupError } from './electron/run-command';
import { runSmoke } from './electron/run-smoke';
import { ensureSystemPackages } from './electron/system-packages';

const usage = `Usage: npm start [-- [FILE]]
       npm start -- --smoke [--out FILE.png] [FILE]

Builds the app if its sources have changed and opens it, with FILE (*.stratiform) if it is given.
  --smoke      run without a screen: wait for the canvas, write a screenshot, exit
  --out FILE   where the screenshot goes (default: test-results/smoke.png)
  --help       print this and exit`;

const log = (line: string) => console.log(line);

const readArguments = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { smoke: { type: 'boolean' }, out: { type: 'string' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
};

const requireDisplay = (): void => {
  if (process.platform !== 'linux') return;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    throw new SetupError(
      'There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can open.\nRun this in a desktop session or over `ssh -X`, or see the app without a screen with `npm start -- --smoke`.',
    );
  if (process.getuid?.() === 0)
    throw new SetupError('Chromium’s sandbox does not run as root. Start the app as an ordinary user.');
};

const openApp = async (files: readonly string[]): Promise<number> => {
  requireDisplay();
  await ensureSystemPackages(false, log);
  await ensureBuild(log);
  const electron = await findElectron(log);
  return runInTerminal(electron.executable, [projectRoot, '--log-level=3', ...files], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
};

const main = async (): Promise<number> => {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(usage);
    return 0;
  }
  return values.smoke ? runSmoke({ out: values.out, file: positionals[0] }, log) : openApp(positionals);
};

main().then((code) => {
  process.exitCode = code;
}, reportAndExit);
