import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand, SetupError } from './run-command';

type Need = { readonly probe: string; readonly package: string };

/** Shared libraries that Electron loads, and the Debian packages that hold them. */
const libraries: readonly Need[] = [
  { probe: 'libgtk-3.so.0', package: 'libgtk-3-0' },
  { probe: 'libnss3.so', package: 'libnss3' },
  { probe: 'libasound.so.2', package: 'libasound2' },
  { probe: 'libgbm.so.1', package: 'libgbm1' },
  { probe: 'libXss.so.1', package: 'libxss1' },
  { probe: 'libnotify.so.4', package: 'libnotify4' },
  { probe: 'libXtst.so.6', package: 'libxtst6' },
  { probe: 'libatspi.so.0', package: 'libatspi2.0-0' },
  { probe: 'libsecret-1.so.0', package: 'libsecret-1-0' },
];

/** Programs and fonts that only tests and the smoke run need: a display, a window manager, a typist, letters to draw. */
const displayTools: readonly Need[] = [
  { probe: 'Xvfb', package: 'xvfb' },
  { probe: 'xauth', package: 'xauth' },
  { probe: 'openbox', package: 'openbox' },
  { probe: 'xdotool', package: 'xdotool' },
  { probe: 'xdg-open', package: 'xdg-utils' },
  { probe: 'fc-list', package: 'fontconfig' },
  { probe: '/usr/share/fonts/truetype/dejavu', package: 'fonts-dejavu-core' },
];

const isOnPath = (program: string): boolean =>
  program.startsWith('/')
    ? existsSync(program)
    : (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const findMissingLibraries = async (): Promise<readonly Need[]> => {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path));
  if (ldconfig === undefined) return [];
  const known = (await runCommand(ldconfig, ['-p'])).stdout;
  return libraries.filter((need) => !known.includes(`${need.probe} `));
};

const aptArguments = (packages: readonly string[]) => ['install', '-y', '--no-install-recommends', ...packages];

const installWithApt = async (packages: readonly string[], log: (line: string) => void): Promise<void> => {
  log(`Installing ${packages.join(' ')} with apt…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  await runCommand('apt-get', [...lock, 'update'], { env });
  const result = await runCommand('apt-get', [...lock, ...aptArguments(packages)], { env });
  if (result.code !== 0)
    throw new SetupError(`apt-get could not install ${packages.join(' ')}:\n${result.stderr.trim()}`);
};

/**
 * Makes sure that Electron's shared libraries are there, and with `withDisplay` also what runs it without a screen.
 * Installs with apt as root; does nothing where the system is not Linux.
 * @throws SetupError naming the command to run where we may not install.
 */
export const ensureSystemPackages = async (withDisplay: boolean, log: (line: string) => void): Promise<void> => {
  if (process.platform !== 'linux') return;
  const tools = withDisplay ? displayTools.filter((need) => !isOnPath(need.probe)) : [];
  const missing = [...(await findMissingLibraries()), ...tools];
  if (missing.length === 0) return;
  const packages = missing.map((need) => need.package);
  const hasApt = isOnPath('apt-get');
  if (hasApt && process.getuid?.() === 0) return installWithApt(packages, log);
  throw new SetupError(
    hasApt
      ? `Parts of the system that Electron needs are missing. Run this, then try again:\n\n  sudo apt-get ${aptArguments(packages).join(' ')}`
      : `Parts of the system that Electron needs are missing: ${missing.map((need) => need.probe).join(', ')}. Install the packages of your system that hold them, then try again.`,
  );
};
