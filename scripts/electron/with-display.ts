import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { reportAndExit, runInTerminal, SetupError } from './run-command';

/** Starts an X server of our own on a free display number, as large as STRATIFORM_DISPLAY says; answers the name of the display, such as `:3`. */
const startServer = async (): Promise<{ server: ChildProcess; display: string }> => {
  const screen = `${process.env.STRATIFORM_DISPLAY ?? '1400x1000'}x24`;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const output = server.stdio[3];
  const failed = new Promise<never>((_resolve, reject) => {
    server.on('error', (error) => reject(new SetupError(`Xvfb could not be started: ${error.message}`)));
    server.on('exit', (code) => reject(new SetupError(`Xvfb ended at once with code ${code}.`)));
  });
  failed.catch(() => undefined);
  if (output === null || output === undefined || !('read' in output))
    throw new SetupError('Xvfb gave no display number.');
  const number = await Promise.race([createInterface({ input: output })[Symbol.asyncIterator]().next(), failed]);
  return { server, display: `:${String(number.value).trim()}` };
};

/** A window manager, without which windows cannot be maximised and native dialogs get no focus. */
const startWindowManager = async (display: string): Promise<ChildProcess> => {
  const manager = spawn('openbox', [], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' });
  manager.on('error', () => undefined);
  await wait(150);
  return manager;
};

/** Runs the command given on the command line on a display of its own; used as a program by the start and test scripts. */
const main = async (): Promise<void> => {
  const [program, ...args] = process.argv.slice(2);
  if (program === undefined) throw new SetupError('Usage: with-display.ts PROGRAM [ARGUMENT…]');
  const { server, display } = await startServer();
  const manager = await startWindowManager(display);
  try {
    const env = { ...process.env, DISPLAY: display, XDG_SESSION_TYPE: 'x11' };
    process.exitCode = await runInTerminal(program, args, { env });
  } finally {
    manager.kill();
    server.kill();
  }
};

main().catch(reportAndExit);
