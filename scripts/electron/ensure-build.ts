import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root';
import { runInTerminal, SetupError } from './run-command';

/** What the built app is made of. */
const sources = [
  'app',
  'shared',
  'exporters',
  'importers',
  'examples',
  'electron.vite.config.ts',
  'package-lock.json',
  'tsconfig.base.json',
];

const stamp = join(projectRoot, 'out', 'built-from');
const products = ['main/index.js', 'preload/index.cjs', 'renderer/index.html'].map((file) =>
  join(projectRoot, 'out', file),
);

const listFiles = (path: string): string[] => {
  const absolute = join(projectRoot, path);
  if (!existsSync(absolute)) return [];
  const entries = readdirSync(absolute, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

const isFolder = (path: string): boolean => !path.includes('.');

/** SHA-256 over the names and contents of all sources: the same for the same app, whatever the files' times. */
const hashSources = (): string => {
  const hash = createHash('sha256');
  const files = sources.flatMap((source) => (isFolder(source) ? listFiles(source) : [join(projectRoot, source)]));
  for (const file of files)
    hash.update(file.slice(projectRoot.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const isFresh = (hash: string): boolean =>
  products.every((product) => existsSync(product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

/**
 * Builds the app into `out` if its sources have changed since the last time.
 * @throws SetupError when the build fails; the compiler has printed why.
 */
export const ensureBuild = async (log: (line: string) => void): Promise<void> => {
  const hash = hashSources();
  if (isFresh(hash)) return;
  log('Building the app…');
  const cli = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  if (!existsSync(cli)) throw new SetupError('The packages of the project are not installed. Run `npm ci` first.');
  const code = await runInTerminal(process.execPath, [cli, 'build', '--logLevel', 'warn'], { cwd: projectRoot });
  if (code !== 0) throw new SetupError('The app could not be built; the messages above say why.');
  writeFileSync(stamp, hash);
};
