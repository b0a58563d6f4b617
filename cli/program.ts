import { Command, Option } from 'commander';
import { runExample } from './commands/example';
import { type ExportOptions, runExport, targets } from './commands/export';
import { type PriceFormat, runPrice } from './commands/price';
import { runValidate, type ValidateOptions } from './commands/validate';
import type { Terminal } from './parts/terminal';

const EXIT_CODES = `
Exit codes: 0 fine, 1 findings at or above the bar, 2 bad usage or unreadable file.`;

/** The command line. `setExitCode` hears how the command that ran went; commander throws for bad usage, help and version. */
export function makeProgram(terminal: Terminal, version: string, setExitCode: (code: number) => void): Command {
  const program = new Command('stratiform')
    .description('Check, price and export AWS designs drawn with Stratiform.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.error(text) })
    .showHelpAfterError('Run with --help to see how it is used.')
    .addHelpText('after', EXIT_CODES);
  program
    .command('validate')
    .description('list the findings of designs')
    .argument('<file...>', 'designs to check')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'least severity that makes the exit code 1')
        .choices(['error', 'warning', 'none'])
        .default('error'),
    )
    .action(async (files: string[], options: ValidateOptions) =>
      setExitCode(await runValidate(terminal, files, options)),
    );
  program
    .command('price')
    .description('estimate the monthly bill of a design')
    .argument('<file>', 'the design')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'csv']).default('text'))
    .action(async (file: string, { format }: { format: PriceFormat }) =>
      setExitCode(await runPrice(terminal, file, format)),
    );
  program
    .command('export')
    .description('write a template that deploys the design')
    .argument('<file>', 'the design')
    .addOption(new Option('--target <target>', 'what to write').choices(targets).makeOptionMandatory())
    .requiredOption('--out <path>', 'file or folder to write, - for standard output')
    .option('--force', 'replace files that exist', false)
    .action(async (file: string, options: ExportOptions) => setExitCode(await runExport(terminal, file, options)));
  program
    .command('example')
    .description('write one of the example designs')
    .argument('<name>', 'low-power-wordpress, high-power-wordpress, three-tier-with-faults, microservices')
    .requiredOption('--out <path>', 'file to write, - for standard output')
    .option('--force', 'replace a file that exists', false)
    .action(async (name: string, options: { out: string; force: boolean }) =>
      setExitCode(await runExample(terminal, name, options)),
    );
  return program;
}
