import type { Command } from 'commander';
import type { Terminal } from './terminal';

/** What a command needs of its surroundings. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly version: string;
  /** The day the command runs, such as `2026-03-01`. */
  readonly today: string;
  /** Hears the exit code of the command that ran. */
  done(code: number): void;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;
