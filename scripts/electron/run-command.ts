import { type SpawnOptions, spawn } from 'node:child_process';

/** A fault the person at the terminal can act on; printed without a stack. */
export class SetupError extends Error {}

export type CommandResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

/**
 * Runs a program to its end and collects what it printed.
 * @throws SetupError when the program is not there.
 */
export const runCommand = (
  command: string,
  args: readonly string[],
  options: SpawnOptions & { timeoutMs?: number } = {},
): Promise<CommandResult> =>
  new Promise((resolve, reject) => {
    const { timeoutMs, ...spawnOptions } = options;
    const child = spawn(command, [...args], { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new SetupError(`${command} could not be run: ${error.message}`));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });

/** Runs a program in the terminal's own streams; answers its exit code (128 when a signal ended it). */
export const runInTerminal = (command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { stdio: 'inherit', ...options });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', (error) => reject(new SetupError(`${command} could not be run: ${error.message}`)));
    child.on('close', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code ?? 128);
    });
  });

/** Prints a SetupError as a plain message and any other error with its stack, and sets the exit code. */
export const reportAndExit = (error: unknown): never => {
  if (error instanceof SetupError) console.error(`\n${error.message}\n`);
  else console.error(error);
  process.exit(1);
};
