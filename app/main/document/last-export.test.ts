import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeDisk } from '../files/disk';
import { openExportMemory } from '../files/export-memory';
import { createOrder } from '../files/run-in-order';
import { designText, makeTestBench, type TestBench } from '../testing/make-test-bench';
import { chooseExportPlace, writeExport } from './export-files';
import { readLastExport } from './last-export';
import { newDocument, openPath } from './open-document';
import { saveDocument } from './save-document';

const exportTo = async (
  test: TestBench,
  target: string,
  place: string,
  text: string,
  kind: 'file' | 'folder' = 'file',
) => {
  const paths = kind === 'file' ? ['template.yaml'] : ['lib/site.ts', 'cdk.json'];
  test.script.push(place);
  const chosen = await chooseExportPlace(test.bench, { kind, target, suggestedName: 'site', paths });
  if (!chosen.ok) throw new Error(chosen.message);
  const files = paths.map((path) => ({ path, text }));
  expect(await writeExport(test.bench, { ticket: chosen.value.ticket, files })).toMatchObject({ ok: true });
};

const lastOf = async (test: TestBench, target: string) => {
  const answer = await readLastExport(test.bench, { target });
  if (!answer.ok) throw new Error(answer.message);
  return answer.value.last;
};

const open = async (test: TestBench, name: string): Promise<string> => {
  const path = join(test.folder, name);
  await writeFile(path, designText('Shop'));
  expect(await openPath(test.bench, path)).toMatchObject({ ok: true });
  return path;
};

describe('the last export of a design', () => {
  it('is what lies where it was saved, for each target and each design', async () => {
    const test = await makeTestBench();
    await open(test, 'shop.stratiform');
    expect(await lastOf(test, 'cloudformation-yaml')).toBeNull();
    const place = join(test.folder, 'site.yaml');
    await exportTo(test, 'cloudformation-yaml', place, 'as saved');
    await writeFile(place, 'as somebody changed it');
    expect(await lastOf(test, 'cloudformation-yaml')).toEqual({
      name: 'site.yaml',
      folder: test.folder,
      files: [{ path: 'template.yaml', text: 'as somebody changed it' }],
    });
    expect(await lastOf(test, 'cdk-typescript')).toBeNull();
    await open(test, 'other.stratiform');
    expect(await lastOf(test, 'cloudformation-yaml')).toBeNull();
  });

  it('is known in later sessions, also where the design was saved after it', async () => {
    const test = await makeTestBench();
    const opened = await newDocument(test.bench);
    if (!opened.ok) throw new Error(opened.message);
    await exportTo(test, 'cloudformation-json', join(test.folder, 'site.json'), '{}');
    test.script.push(join(test.folder, 'later.stratiform'));
    await saveDocument(
      test.bench,
      { ticket: opened.value.ticket, text: designText('Later'), baseRevision: null },
      false,
    );
    const tools = { disk: nodeDisk, order: createOrder(), randomName: () => 'x', now: () => 0 };
    const memory = openExportMemory(tools, join(test.folder, 'profile'));
    const path = join(test.folder, 'later.stratiform');
    expect(await memory.find({ ticket: 'doc-of-tomorrow', path }, 'cloudformation-json')).toMatchObject({
      base: test.folder,
      files: [['template.yaml', join(test.folder, 'site.json')]],
    });
  });

  it('remembers the latest designs only', async () => {
    const test = await makeTestBench();
    const { exportMemory } = test.bench;
    for (let index = 0; index < 70; index += 1)
      await exportMemory.remember({ ticket: `doc-${index}`, path: `/designs/${index}` }, 'cdk-typescript', {
        base: '/out',
        isFolder: false,
        files: [['cdk.json', '/out/cdk.json']],
      });
    const kept: unknown = JSON.parse(await readFile(join(test.folder, 'profile', 'exports.json'), 'utf8'));
    expect(kept).toHaveLength(60);
    expect(JSON.stringify(kept)).toContain('/designs/69');
  });

  it('leaves out files that are gone, and follows no link that came since', async () => {
    const test = await makeTestBench();
    await open(test, 'shop.stratiform');
    const folder = join(test.folder, 'site');
    await mkdir(folder);
    await exportTo(test, 'cdk-typescript', folder, 'code', 'folder');
    const last = await lastOf(test, 'cdk-typescript');
    expect(last?.files.map(({ path }) => path)).toEqual(['lib/site.ts', 'cdk.json']);
    await writeFile(join(test.folder, 'secret.txt'), 'secret');
    await rm(join(folder, 'cdk.json'));
    await symlink(join(test.folder, 'secret.txt'), join(folder, 'cdk.json'));
    expect((await lastOf(test, 'cdk-typescript'))?.files.map(({ path }) => path)).toEqual(['lib/site.ts']);
    await rm(folder, { recursive: true });
    expect(await lastOf(test, 'cdk-typescript')).toMatchObject({ name: 'site', files: [] });
  });
});
