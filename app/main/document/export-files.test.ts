import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/ipc/contract';
import { makeTestBench, type TestBench } from '../testing/make-test-bench';
import { chooseExportPlace, writeExport } from './export-files';

const project = ['bin/site.ts', 'lib/network.ts', 'cdk.json', 'README.md'];

const choose = async (test: TestBench, kind: 'file' | 'folder', paths: string[], answer: string | null) => {
  test.script.push(answer);
  return chooseExportPlace(test.bench, {
    kind,
    target: 'cdk-typescript',
    suggestedName: kind === 'file' ? 'site.yaml' : 'site',
    paths,
  });
};

const chosen = async (...given: Parameters<typeof choose>) => {
  const answer = await choose(...given);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
};

const contents = (paths: readonly string[]) => paths.map((path) => ({ path, text: `text of ${path}` }));

describe('exporting to a file', () => {
  it('writes where a person said, and tells beforehand what is there', async () => {
    const test = await makeTestBench();
    const target = join(test.folder, 'mine.yaml');
    await writeFile(target, 'old');
    const place = await chosen(test, 'file', ['template.yaml'], target);
    expect(place).toMatchObject({ name: 'mine.yaml', existing: [{ path: 'template.yaml', text: 'old' }] });
    expect(await readFile(target, 'utf8')).toBe('old');
    const files = [{ path: 'template.yaml', text: 'new' }];
    expect(await writeExport(test.bench, { ticket: place.ticket, files })).toMatchObject({ ok: true });
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  it('writes nothing over a file that changed after somebody agreed', async () => {
    const test = await makeTestBench();
    const target = join(test.folder, 'mine.yaml');
    const place = await chosen(test, 'file', ['template.yaml'], target);
    await writeFile(target, 'somebody else');
    const files = [{ path: 'template.yaml', text: 'new' }];
    expect(await writeExport(test.bench, { ticket: place.ticket, files })).toMatchObject({
      ok: false,
      code: 'changed',
    });
    expect(await readFile(target, 'utf8')).toBe('somebody else');
  });

  it('does nothing when nobody chose, and for names and tickets it never heard of', async () => {
    const test = await makeTestBench();
    expect(await choose(test, 'file', ['a.yaml'], null)).toMatchObject({ ok: false, code: 'cancelled' });
    const place = await chosen(test, 'file', ['a.yaml'], join(test.folder, 'a.yaml'));
    const files = [{ path: 'b.yaml', text: 'x' }];
    expect(await writeExport(test.bench, { ticket: place.ticket, files })).toMatchObject({ code: 'bad-request' });
    expect(await writeExport(test.bench, { ticket: 'export-0', files })).toMatchObject({ code: 'unknown-ticket' });
  });
});

describe('exporting to a folder', () => {
  it('fills an empty folder', async () => {
    const test = await makeTestBench();
    const folder = join(test.folder, 'empty');
    await mkdir(folder);
    const place = await chosen(test, 'folder', project, folder);
    expect(place).toMatchObject({ name: 'empty', existing: [] });
    expect(await writeExport(test.bench, { ticket: place.ticket, files: contents(project) })).toMatchObject({
      ok: true,
      value: { written: 4 },
    });
    expect(await readFile(join(folder, 'lib/network.ts'), 'utf8')).toBe('text of lib/network.ts');
  });

  it('makes a folder of its own beside the files of others, and finds an earlier export again', async () => {
    const test = await makeTestBench();
    const folder = join(test.folder, 'work');
    await mkdir(folder);
    await writeFile(join(folder, 'letter.txt'), 'Dear');
    const first = await chosen(test, 'folder', project, folder);
    expect(first.name).toBe('site');
    await writeExport(test.bench, { ticket: first.ticket, files: contents(project) });
    expect((await readdir(folder)).sort()).toEqual(['letter.txt', 'site']);
    const again = await chosen(test, 'folder', project, join(folder, 'site'));
    expect(again.name).toBe('site');
    expect(again.existing.map(({ path }) => path)).toEqual(project);
  });

  it('follows no link out of the folder', async () => {
    const test = await makeTestBench();
    const folder = join(test.folder, 'site');
    const elsewhere = join(test.folder, 'elsewhere');
    await mkdir(folder);
    await mkdir(elsewhere);
    for (const path of ['cdk.json', 'README.md']) await writeFile(join(folder, path), '{}');
    await symlink(elsewhere, join(folder, 'lib'));
    expect(await choose(test, 'folder', project, folder)).toMatchObject({ ok: false, code: 'bad-name' });
    expect(await readdir(elsewhere)).toEqual([]);
  });
});

it.each(['../evil', '/etc/passwd', 'a/../b', 'a/./b', 'a\\b', 'C:/x', 'a//b', '', '..', 'a/..'])(
  'refuses the path %j from the page',
  (path) => {
    const request = { kind: 'folder', suggestedName: 'site', paths: [path] };
    expect(contract['export.choose'].request.safeParse(request).success).toBe(false);
  },
);
