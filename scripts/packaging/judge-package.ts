import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from '@playwright/test';
import { reportAndExit, runCommand, SetupError } from '../electron/run-command';

/** How the fuse wire spells the two states. */
const off = '0'.charCodeAt(0);
const on = '1'.charCodeAt(0);

const burnt = [
  FuseV1Options.RunAsNode,
  FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  FuseV1Options.EnableNodeCliInspectArguments,
  FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  FuseV1Options.GrantFileProtocolExtraPrivileges,
] as const;
const whole = [
  FuseV1Options.EnableCookieEncryption,
  FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  FuseV1Options.OnlyLoadAppFromAsar,
] as const;

const expectThat = (isTrue: boolean, claim: string): void => {
  if (!isTrue) throw new SetupError(`The package fails: ${claim}`);
  console.log(`ok: ${claim}`);
};

const judgeFuses = async (executable: string): Promise<void> => {
  const wire = await getCurrentFuseWire(executable);
  expectThat(
    burnt.every((fuse) => wire[fuse] === off),
    'fuses that let others in are burnt',
  );
  expectThat(
    whole.every((fuse) => wire[fuse] === on),
    'fuses that protect are whole',
  );
};

const judgeSwitches = async (executable: string): Promise<void> => {
  const version = await runCommand(executable, ['--version'], { timeoutMs: 20_000 });
  expectThat(/^\d+\.\d+\.\d+\s*$/.test(version.stdout), '--version prints the version without a window');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const asNode = await runCommand(executable, ['-e', 'console.log("ran as " + "node")', '--version'], {
    env,
    timeoutMs: 20_000,
  });
  expectThat(!asNode.stdout.includes('ran as node'), 'it does not run as Node');
};

const readDevToolsAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
      if (address) resolve(address);
    });
    child.on('exit', () => reject(new SetupError(`The packaged app ended at once:\n${output}`)));
    setTimeout(() => reject(new SetupError(`The packaged app did not start:\n${output}`)), 30_000).unref();
  });

/** The inspector is burnt, so Playwright's Electron driver cannot attach; Chromium's own port can. */
const judgeWindow = async (executable: string): Promise<void> => {
  const profile = mkdtempSync(join(tmpdir(), 'stratiform-package-'));
  const args = [`--user-data-dir=${profile}`, '--remote-debugging-port=0', '--inspect=0', '--log-level=3'];
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: dirname(executable) });
  try {
    const browser = await chromium.connectOverCDP(await readDevToolsAddress(child));
    const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'));
    if (page === undefined) throw new SetupError('The packaged app opened no window.');
    await page.waitForSelector('html[data-app-state="loaded"]', { state: 'attached', timeout: 30_000 });
    expectThat(page.url() === 'app://stratiform/index.html', 'its window shows the page');
    const examples: unknown = await page.evaluate(() => Reflect.get(globalThis, 'desktop').invoke('examples.list', {}));
    console.log(`examples in the package: ${JSON.stringify(examples).slice(0, 200)}`);
    const info: unknown = await page.evaluate(() => Reflect.get(globalThis, 'desktop').invoke('app.info', {}));
    expectThat(JSON.stringify(info).includes('"packaged":true'), 'it knows that it is packaged');
    await browser.close();
  } finally {
    child.kill('SIGKILL');
    await wait(300);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
};

/** `judge-package.ts EXECUTABLE`: black-box checks of a packaged app, on a display, as an ordinary user. */
const main = async (): Promise<void> => {
  const [given] = process.argv.slice(2);
  if (given === undefined) throw new SetupError('Usage: judge-package.ts EXECUTABLE');
  const executable = resolve(given);
  await judgeFuses(executable);
  await judgeSwitches(executable);
  await judgeWindow(executable);
};

main().then(() => process.exit(0), reportAndExit);
