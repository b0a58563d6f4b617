import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { layers, oneThingPerFile, pureFolders, rootFiles, sanctioned } from './layer-table';
import { type Import, isTest, readImports, type SourceFile, withoutComments } from './source-files';

const MAX_LINES = 300;

const isWithin = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
const layerOf = (path: string) => layers.find(({ folder }) => isWithin(path, folder));
const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

/** Packages that only work in a page. */
const PAGE_PACKAGES = /^(react|react-dom|@xyflow\/|radix-ui|lucide-react|zustand)/;

function packageProblem({ from, to }: Import): string | undefined {
  const isPure = pureFolders.some((folder) => isWithin(from, folder));
  if (isPure && (isNode(to) || to === 'electron' || PAGE_PACKAGES.test(to))) return `${from}: pure code imports ${to}`;
  if (isWithin(from, 'app/renderer') && (isNode(to) || to === 'electron')) return `${from}: the page imports ${to}`;
  if (isWithin(from, 'cli') && (to === 'electron' || PAGE_PACKAGES.test(to)))
    return `${from}: the command line imports ${to}`;
  return undefined;
}

function layerProblem({ from, to }: Import): string | undefined {
  // The documents are written from the examples that the tests run.
  if (isTest(to) && !isWithin(from, 'scripts/generate')) return `${from}: imports ${to}, which is for tests`;
  const layer = layerOf(from);
  const target = layerOf(to);
  if (!layer || !target || layer === target || layer.sees.includes(target.folder)) return undefined;
  return `${from}: ${layer.folder} may not import ${target.folder} (${to})`;
}

function neighbourProblem({ from, to }: Import): string | undefined {
  const folder = posix.dirname(from);
  const shared = oneThingPerFile[folder];
  if (!shared || posix.dirname(to) !== folder || posix.basename(from) === 'index.ts') return undefined;
  const name = posix.basename(to).replace(/\.tsx?$/, '');
  const isShared = shared.includes(name) || shared.includes(posix.basename(from).replace(/\.tsx?$/, ''));
  return isShared ? undefined : `${from}: imports its neighbour ${posix.basename(to)}`;
}

/** Circles of imports that remain after compiling; each is named once. */
function findCycles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to, isPackage, isType } of imports)
    if (!isPackage && !isType) targets.set(from, [...(targets.get(from) ?? []), to]);
  const settled = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`cycle: ${[...trail.slice(at), path].join(' → ')}`);
    if (at >= 0 || settled.has(path)) return;
    for (const next of targets.get(path) ?? []) visit(next, [...trail, path]);
    settled.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return found;
}

function fileProblems({ path, text }: SourceFile): string[] {
  const problems: string[] = [];
  if (!layerOf(path) && !rootFiles.has(path)) problems.push(`${path}: lies in no layer`);
  const lines = text.split('\n').length - 1;
  if (!isTest(path) && lines > MAX_LINES) problems.push(`${path}: has ${lines} lines; ${MAX_LINES} are allowed`);
  const code = withoutComments(text);
  for (const { word, file, within } of sanctioned)
    if (path !== file && !isTest(path) && within.some((folder) => isWithin(path, folder)) && word.test(code))
      problems.push(`${path}: only ${file} may use ${word.source.replace(/\\b|\\|\[.*?\]/g, '')}`);
  return problems;
}

/** Everything in which the sources break the rules of the house; one line each, sorted. */
export function findViolations(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  const imports = files.filter(({ path }) => !isTest(path)).flatMap((file) => readImports(file, known));
  const problems = imports.flatMap((item) => {
    const found = item.isPackage ? [packageProblem(item)] : [layerProblem(item), neighbourProblem(item)];
    return found.filter((problem) => problem !== undefined);
  });
  return [...new Set([...files.flatMap(fileProblems), ...problems, ...findCycles(imports)])].sort();
}
