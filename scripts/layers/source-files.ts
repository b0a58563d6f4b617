import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly from: string;
  /** Path of the file, or the package's name. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Gone after compiling. */
  readonly isType: boolean;
}

const SKIPPED = new Set(['node_modules', 'out', 'dist', 'test-results']);

/** All TypeScript of the project. */
export function readSources(root: string, folder = root): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return SKIPPED.has(entry.name) || entry.name.startsWith('.') ? [] : readSources(root, path);
    if (!/\.tsx?$/.test(entry.name)) return [];
    return [{ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }];
  });
}

/** Tests, and what only tests use: they may look anywhere. */
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$|^(?!scripts\/).*(^|\/)testing\/|^(e2e|conformance|bench)\//.test(path);

/** The text without comments, so that words in prose do not count. Keeps strings, where `//` is part of an address. */
export const withoutComments = (text: string): string =>
  text.replace(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '$1');

const STATIC = /(?:^|\n|;)\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"\n]+)['"]/g;
const DYNAMIC = /\b(?:import|require)\(\s*['"]([^'"\n]+)['"]/g;

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx', '.json', '.mjs', '.css'];

/** What a file imports; relative paths are resolved to the files there are. */
export function readImports({ path, text }: SourceFile, known: ReadonlySet<string>): Import[] {
  const code = withoutComments(text);
  const found: { readonly name: string; readonly isType: boolean }[] = [];
  for (const match of code.matchAll(STATIC)) found.push({ name: match[3] ?? '', isType: match[2] !== undefined });
  for (const match of code.matchAll(DYNAMIC)) found.push({ name: match[1] ?? '', isType: false });
  return found.map(({ name, isType }) => {
    const bare = name.replace(/\?.*$/, '');
    if (!bare.startsWith('.')) return { from: path, to: bare, isPackage: true, isType };
    const target = posix.join(posix.dirname(path), bare);
    const to = ENDINGS.map((ending) => target + ending).find((candidate) => known.has(candidate)) ?? target;
    return { from: path, to, isPackage: false, isType };
  });
}
