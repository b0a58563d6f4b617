import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { isOpenToOthers } from './cache-folder';
import { projectRoot } from './project-root';
import { runCommand, runInTerminal, SetupError } from './run-command';

/** Root makes this ordinary user, because Chromium's sandbox does not run as root and root does not see permission faults. */
export const testUser = 'stratiform-test';

/** Where the checkout is shown to the test user when it lies in a folder only root may enter. */
const publicCheckout = '/var/cache/stratiform/checkout';

export type Person = { readonly uid: number; readonly gid: number; readonly home: string };

const lookUpUser = async (): Promise<Person | undefined> => {
  const result = await runCommand('getent', ['passwd', testUser]);
  const [, , uid, gid, , home] = result.stdout.trim().split(':');
  return result.code === 0 && uid && gid && home ? { uid: Number(uid), gid: Number(gid), home } : undefined;
};

/** The ordinary user for tests, made if it is not there. */
export const ensureTestUser = async (): Promise<Person> => {
  const existing = await lookUpUser();
  if (existing !== undefined) return existing;
  const made = await runCommand('useradd', ['--create-home', '--shell', '/bin/sh', testUser]);
  const person = await lookUpUser();
  if (person === undefined)
    throw new SetupError(
      `The user ${testUser}, as whom the app is tested, could not be made: ${made.stderr.trim()}\nMake it with \`useradd --create-home ${testUser}\`, or run this command as an ordinary user.`,
    );
  return person;
};

const canUseNamespaces = async (person: Person): Promise<boolean> => {
  const identity = ['--reuid', String(person.uid), '--regid', String(person.gid), '--clear-groups'];
  return (await runCommand('setpriv', [...identity, 'unshare', '--user', 'true'])).code === 0;
};

const requireSandbox = async (person: Person): Promise<void> => {
  if (await canUseNamespaces(person)) return;
  throw new SetupError(
    'Chromium’s sandbox needs user namespaces, which this system refuses to ordinary users.\nAllow them with `sysctl -w kernel.unprivileged_userns_clone=1` or, on Ubuntu, `sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`, then try again.',
  );
};

/** Folder that the ordinary user may write to, made by root. */
export const giveFolder = async (path: string, person: Person): Promise<void> => {
  await mkdir(path, { recursive: true });
  await chown(path, person.uid, person.gid);
};

const cleanEnvironment = (person: Person, extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
  HOME: person.home,
  USER: testUser,
  LOGNAME: testUser,
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  ...(process.env.CI ? { CI: process.env.CI } : {}),
  ...extra,
});

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/**
 * Runs a command in the checkout as an ordinary user: the present one, or the test user when we are root. Where that user cannot enter the
 * checkout, root shows it at a public place, for this command only (a mount of its own).
 * @returns the exit code.
 * @throws SetupError when the system allows neither.
 */
export const runAsOrdinaryUser = async (
  command: readonly string[],
  extra: Readonly<Record<string, string>>,
): Promise<number> => {
  const [program = '', ...args] = command;
  if (process.getuid?.() !== 0)
    return runInTerminal(program, args, { cwd: projectRoot, env: { ...process.env, TZ: 'UTC', ...extra } });
  const person = await ensureTestUser();
  await requireSandbox(person);
  if (!isOpenToOthers(realpathSync(process.execPath)))
    throw new SetupError(
      `The ordinary user ${testUser} cannot run ${process.execPath}. Install Node.js where everybody may run it, or run this command as an ordinary user.`,
    );
  if (!existsSync('/tmp/.X11-unix')) {
    mkdirSync('/tmp/.X11-unix');
    await chmod('/tmp/.X11-unix', 0o1777);
  }
  const identity = ['--reuid', String(person.uid), '--regid', String(person.gid), '--init-groups', '--', ...command];
  const env = cleanEnvironment(person, extra);
  const root = realpathSync(projectRoot);
  if (isOpenToOthers(root)) return runInTerminal('setpriv', identity, { cwd: root, env });
  await mkdir(publicCheckout, { recursive: true });
  const inMount = `mount --bind ${quote(root)} ${publicCheckout} || exit 125; cd ${publicCheckout}; exec setpriv ${identity.map(quote).join(' ')}`;
  const code = await runInTerminal('unshare', ['--mount', 'sh', '-c', inMount], { env });
  if (code === 125)
    throw new SetupError(
      `The ordinary user ${testUser} cannot enter ${root}, and it could not be mounted elsewhere. Move the checkout to a folder that everybody may enter, or run this command as an ordinary user.`,
    );
  return code;
};
