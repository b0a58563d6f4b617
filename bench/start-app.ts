import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';

/** A program that was started, with its page. */
export interface Started {
  readonly page: Page;
  /** Wall clock of the start, milliseconds. */
  readonly startedAt: number;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

const executable = (): string => {
  const path = process.env.STRATIFORM_ELECTRON;
  if (!path) throw new Error('STRATIFORM_ELECTRON is not set. Run the benchmark with `npm run bench`.');
  return path;
};

/** The address at which the program's page can be asked. */
async function readAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The program has no error output.');
  for await (const line of createInterface({ input: child.stderr })) {
    const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (found !== undefined) {
      child.stderr.resume();
      return found;
    }
  }
  throw new Error('The program ended before its page could be asked.');
}

async function findPage(browser: Browser): Promise<Page> {
  for (let round = 0; round < 200; round += 1) {
    const [page] = browser.contexts().flatMap((context) => context.pages());
    if (page) return page;
    await wait(50);
  }
  throw new Error('The program has shown no page.');
}

/**
 * Starts a folder's program with a fresh profile. Its page is asked only after `quietMs`, so that asking does not slow the start.
 * `profile` goes on with a profile that an earlier start has used.
 */
export async function startApp(
  folder: string,
  options: { readonly args?: readonly string[]; readonly quietMs: number; readonly profile?: string },
): Promise<Started> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'stratiform-bench-')));
  const args = [folder, `--user-data-dir=${profile}`, '--lang=en-US', '--remote-debugging-port=0'];
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(executable(), [...args, ...(options.args ?? [])], { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await readAddress(child);
  await wait(options.quietMs);
  const browser = await chromium.connectOverCDP(address);
  const page = await findPage(browser);
  return {
    page,
    startedAt,
    child,
    stop: async () => {
      const ended = once(child, 'exit');
      await browser.close().catch(() => undefined);
      child.kill('SIGKILL');
      await ended;
      if (options.profile === undefined)
        await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
