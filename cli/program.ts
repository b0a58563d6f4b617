import { Command } from 'commander';
import { addAvailabilityCommand } from './commands/availability';
import { addCompareCommand } from './commands/compare';
import { addExampleCommand } from './commands/example';
import { addExportCommand } from './commands/export';
import { addFixCommand } from './commands/fix';
import { addPriceCommand } from './commands/price';
import { addPricesCommand } from './commands/prices';
import { addRulesCommand } from './commands/rules';
import { addSimulateCommand } from './commands/simulate';
import { addValidateCommand } from './commands/validate';
import type { AddCommand, CommandContext } from './parts/command-context';

const EXIT_CODES = `
Exit codes: 0 fine, 1 findings at or above the bar or a target missed, 2 bad usage or unreadable file.`;

/** In the order of the help. */
const COMMANDS: readonly AddCommand[] = [
  addValidateCommand,
  addFixCommand,
  addSimulateCommand,
  addAvailabilityCommand,
  addCompareCommand,
  addRulesCommand,
  addPriceCommand,
  addPricesCommand,
  addExportCommand,
  addExampleCommand,
];

/** The command line. `setExitCode` hears how the command that ran went; commander throws for bad usage, help and version. */
export function makeProgram(surroundings: Omit<CommandContext, 'done'>, setExitCode: (code: number) => void): Command {
  const { terminal, version } = surroundings;
  const program = new Command('stratiform')
    .description('Check, mend, price and export AWS designs drawn with Stratiform.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.error(text) })
    .showHelpAfterError('Run with --help to see how it is used.')
    .addHelpText('after', EXIT_CODES);
  for (const add of COMMANDS) add(program, { ...surroundings, done: setExitCode });
  return program;
}
