import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeRevision } from '../files/revision';
import { designText, makeTestBench, type TestBench } from '../testing/make-test-bench';
import { openPath } from './open-document';
import { discardDraft, listRecovery, resumeDocument, takeDraft } from './recover-document';
import { saveDocument } from './save-document';

/** A draft left by a session that was killed. */
const leaveDraft = async (test: TestBench, path: string | null, id = 'left') => {
  if (path !== null) await writeFile(path, designText('Shop'));
  const baseRevision = path === null ? null : computeRevision(await readFile(path));
  const header = { name: 'Shop', path, baseRevision, time: '2024-05-01T11:59:00.000Z', appVersion: '0' };
  await test.bench.drafts.put(id, header, designText('Draft'));
};

const takeFirst = async (test: TestBench) => {
  const [entry] = await listRecovery(test.bench);
  return takeDraft(test.bench, entry?.ticket ?? '');
};

describe('recovery', () => {
  it('says what became of the file', async () => {
    const test = await makeTestBench();
    const path = join(test.folder, 'shop.stratiform');
    await leaveDraft(test, path);
    const states = async () => (await listRecovery(test.bench)).map((entry) => entry.file);
    expect(await states()).toEqual(['unchanged']);
    await writeFile(path, designText('Theirs'));
    expect(await states()).toEqual(['changed-since']);
    await rm(path);
    expect(await states()).toEqual(['gone']);
    await leaveDraft(test, null);
    expect(await states()).toEqual(['never-saved']);
  });

  it('opens the draft as unsaved work on its file, and saving it ends the draft', async () => {
    const test = await makeTestBench();
    const path = join(test.folder, 'shop.stratiform');
    await leaveDraft(test, path);
    const taken = await takeFirst(test);
    expect(taken).toMatchObject({
      ok: true,
      value: { text: designText('Draft'), dirty: true, origin: 'draft', folder: test.folder },
    });
    expect(await listRecovery(test.bench)).toEqual([]);
    if (!taken.ok) return;
    const { ticket, revision } = taken.value;
    await saveDocument(test.bench, { ticket, text: designText('Draft'), baseRevision: revision }, false);
    expect(await readFile(path, 'utf8')).toBe(designText('Draft'));
    expect(await test.bench.drafts.list()).toEqual([]);
  });

  it('asks before a recovered draft replaces a file that changed since', async () => {
    const test = await makeTestBench();
    const path = join(test.folder, 'shop.stratiform');
    await leaveDraft(test, path);
    await writeFile(path, designText('Theirs'));
    const taken = await takeFirst(test);
    if (!taken.ok) throw new Error(taken.message);
    test.script.push('Cancel');
    const { ticket, revision } = taken.value;
    const saved = await saveDocument(test.bench, { ticket, text: designText('Draft'), baseRevision: revision }, false);
    expect(saved).toMatchObject({ code: 'cancelled' });
    expect(await readFile(path, 'utf8')).toBe(designText('Theirs'));
  });

  it('opens the draft of a file that is gone as a design never saved, and says so', async () => {
    const test = await makeTestBench();
    const path = join(test.folder, 'shop.stratiform');
    await leaveDraft(test, path);
    await rm(path);
    const taken = await takeFirst(test);
    expect(taken).toMatchObject({ ok: true, value: { folder: null, notices: [expect.stringContaining('gone')] } });
  });

  it('leaves out a damaged draft, keeps it aside, and shows the others', async () => {
    const test = await makeTestBench();
    await leaveDraft(test, null, 'good');
    const drafts = join(test.folder, 'profile', 'drafts');
    await writeFile(join(drafts, 'bad.draft'), 'half a li');
    expect(await listRecovery(test.bench)).toHaveLength(1);
    expect(await readFile(join(drafts, 'bad.draft.corrupt'), 'utf8')).toBe('half a li');
  });

  it('discards a draft for good', async () => {
    const test = await makeTestBench();
    await leaveDraft(test, null);
    const [entry] = await listRecovery(test.bench);
    expect(await discardDraft(test.bench, entry?.ticket ?? '')).toMatchObject({ ok: true });
    expect(await listRecovery(test.bench)).toEqual([]);
  });

  it('gives a page that crashed its unsaved text back', async () => {
    const test = await makeTestBench();
    const path = join(test.folder, 'shop.stratiform');
    await writeFile(path, designText('Shop'));
    await openPath(test.bench, path);
    expect(await resumeDocument(test.bench)).toMatchObject({ text: designText('Shop'), dirty: false });
    await leaveDraft(test, path, test.bench.desk.current()?.draftId);
    expect(await resumeDocument(test.bench)).toMatchObject({
      text: designText('Draft'),
      dirty: true,
      folder: test.folder,
    });
  });
});

describe('a damaged file', () => {
  it('is opened from its newest kept version, if the user wants it', async () => {
    const test = await makeTestBench();
    const path = join(test.folder, 'shop.stratiform');
    await writeFile(path, designText('Shop'));
    await test.bench.history.keep(path, true);
    await writeFile(path, '');
    test.script.push('Open Kept Version');
    expect(await openPath(test.bench, path)).toMatchObject({
      ok: true,
      value: { text: designText('Shop'), dirty: true },
    });
    expect(await readFile(path, 'utf8')).toBe('');
    test.bench.desk.put(null);
    test.script.push('Cancel');
    expect(await openPath(test.bench, path)).toMatchObject({ ok: false, code: 'cancelled' });
  });
});
