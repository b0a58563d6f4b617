import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export type CommandLine = { readonly wants: 'window' | 'help' | 'version'; readonly paths: readonly string[] };

const toPath = (argument: string, folder: string): string => {
  if (!argument.startsWith('file:')) return resolve(folder, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    return resolve(folder, argument);
  }
};

/**
 * Reads the command line. Switches other than --help and --version belong to Chromium and are passed over.
 * @param isPackaged false while developing: then the first argument is the app's own folder.
 */
export const readCommandLine = (argv: readonly string[], isPackaged: boolean, folder: string): CommandLine => {
  const given = argv.slice(1);
  if (given.includes('--help')) return { wants: 'help', paths: [] };
  if (given.includes('--version')) return { wants: 'version', paths: [] };
  const words = given.filter((argument) => !argument.startsWith('-') && argument !== '');
  return { wants: 'window', paths: (isPackaged ? words : words.slice(1)).map((word) => toPath(word, folder)) };
};

export const helpText = `Usage: stratiform [FILE]

Opens Stratiform, with FILE (*.stratiform) if it is given.

  --help     print this and exit
  --version  print the version and exit
`;
