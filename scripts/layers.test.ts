import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findViolations } from './layers/find-violations';
import { oneThingPerFile, sanctioned } from './layers/layer-table';
import { readImports, readSources, type SourceFile } from './layers/source-files';

const root = fileURLToPath(new URL('../', import.meta.url));
const file = (path: string, text = ''): SourceFile => ({ path, text });

describe('the project', () => {
  const files = readSources(root);

  it('was found', () => {
    expect(files.length).toBeGreaterThan(100);
    const known = new Set(files.map(({ path }) => path));
    const imports = files.flatMap((source) => readImports(source, known));
    expect(imports.length).toBeGreaterThan(500);
    for (const folder of ['shared/model', 'exporters', 'app/main', 'app/renderer', 'cli'])
      expect(files.some(({ path }) => path.startsWith(`${folder}/`))).toBe(true);
  });

  it('has the files and folders the rules speak of', () => {
    for (const path of [...Object.keys(oneThingPerFile), ...sanctioned.map(({ file: only }) => only)])
      expect(existsSync(`${root}${path}`), path).toBe(true);
  });

  it('keeps to its layers', () => {
    expect(findViolations(files)).toEqual([]);
  });
});

describe('findViolations', () => {
  it.each([
    [
      'an arrow up',
      'shared/model/a.ts',
      "import { b } from '../catalog/b';",
      /shared\/model may not import shared\/catalog/,
    ],
    ['siblings', 'shared/layout/a.ts', "import type { b } from '../commands/b';", /may not import shared\/commands/],
    ['the page in the main process', 'app/main/a.ts', "import '../renderer/b';", /may not import app\/renderer/],
    ['Node in pure code', 'shared/model/a.ts', "import { readFile } from 'node:fs';", /pure code imports node:fs/],
    ['Node without its prefix', 'exporters/a.ts', "const fs = await import('fs');", /pure code imports fs/],
    ['Electron in the page', 'app/renderer/a.ts', "import { shell } from 'electron';", /the page imports electron/],
    ['test code in the product', 'shared/model/a.ts', "import { b } from '../testing/b';", /for tests/],
    ['a neighbour', 'shared/catalog/services/a.ts', "import { b } from './b';", /imports its neighbour/],
    ['a file outside', 'tools/a.ts', '', /lies in no layer/],
    ['a long file', 'shared/util/a.ts', 'x\n'.repeat(301), /has 301 lines/],
    ['a second way to the main process', 'app/main/a.ts', 'ipcMain.handle(x);', /only app\/main\/ipc\/register\.ts/],
    ['a second bridge', 'app/main/a.ts', 'contextBridge.x;', /only app\/main\/preload/],
    ['a second door of the page', 'app/renderer/a.ts', 'window.desktop.x;', /only app\/renderer\/desktop\.ts/],
    [
      'a second writer of YAML',
      'exporters/a.ts',
      "import { dump } from 'js-yaml';",
      /only exporters\/cloudformation\/to-yaml/,
    ],
  ])('sees %s', (_what, path, text, message) => {
    const others = ['shared/catalog/b.ts', 'shared/commands/b.ts', 'app/renderer/b.ts', 'shared/testing/b.ts'];
    const all = [file(path, text), file('shared/catalog/services/b.ts'), ...others.map((other) => file(other))];
    const found = findViolations(all);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it('sees a circle, but not one that compiling removes', () => {
    const circle = (keyword: string) => [
      file('shared/util/a.ts', "import { b } from './b';"),
      file('shared/util/b.ts', "export { c } from './c';"),
      file('shared/util/c.ts', `${keyword} { a } from './a';`),
    ];
    expect(findViolations(circle('import'))).toEqual([
      'cycle: shared/util/a.ts → shared/util/b.ts → shared/util/c.ts → shared/util/a.ts',
    ]);
    expect(findViolations(circle('import type'))).toEqual([]);
  });

  it('does not mind words in comments, or tests that look around', () => {
    const files = [
      file('app/main/a.ts', '// ipcMain stands elsewhere\n/* contextBridge too */\n'),
      file('shared/model/a.test.ts', "import { b } from '../commands/b';\nimport 'node:fs';"),
      file('shared/commands/b.ts'),
    ];
    expect(findViolations(files)).toEqual([]);
  });
});
