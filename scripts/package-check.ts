import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './electron/ensure-build';
import { findElectron } from './electron/find-electron';
import { projectRoot } from './electron/project-root';
import { reportAndExit, runInTerminal, SetupError } from './electron/run-command';
import { ensureSystemPackages } from './electron/system-packages';
import { runAsOrdinaryUser } from './electron/test-user';
import { copyCleanRuntime } from './packaging/clean-runtime';

const log = (line: string) => console.log(line);

/** `npm run package:check`: builds the Linux folder with the Electron that is found here and judges the result from outside. */
const main = async (): Promise<number> => {
  if (process.platform !== 'linux')
    throw new SetupError('package:check builds and judges the Linux folder; run it on Linux.');
  await ensureSystemPackages(true, log);
  await ensureBuild(log);
  const electron = await findElectron(log);
  const runtime = mkdtempSync(join(tmpdir(), 'stratiform-runtime-'));
  try {
    copyCleanRuntime(electron, runtime);
    const builder = join(projectRoot, 'node_modules', 'electron-builder', 'cli.js');
    const overrides = [`-c.electronDist=${runtime}`, `-c.electronVersion=${electron.version}`];
    const args = [builder, '--linux', 'dir', '--x64', '--publish', 'never', ...overrides];
    const code = await runInTerminal(process.execPath, args, { cwd: projectRoot });
    if (code !== 0) return code;
  } finally {
    rmSync(runtime, { recursive: true, force: true });
  }
  if (electron.source === 'registry')
    log(`Built with Electron ${electron.version} from the package registry: for this check only, not to be shipped.`);
  const tsx = [process.execPath, '--import', 'tsx'];
  const packaged = join('dist', 'linux-unpacked', 'stratiform');
  return runAsOrdinaryUser(
    [...tsx, 'scripts/electron/with-display.ts', ...tsx, 'scripts/packaging/judge-package.ts', packaged],
    {},
  );
};

main().then((code) => {
  process.exitCode = code;
}, reportAndExit);
