import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { designText, makeTestBench, type TestBench } from '../testing/make-test-bench';
import { openPath } from './open-document';
import { settleChanges } from './settle-changes';

/** A file that is open with unsaved changes, and a page that hands its text over when asked. */
const openDirty = async (test: TestBench, pageText: string | null) => {
  const path = join(test.folder, 'shop.stratiform');
  await writeFile(path, designText('Shop'));
  const opened = await openPath(test.bench, path);
  if (!opened.ok) throw new Error(opened.message);
  const { ticket, revision } = opened.value;
  const document = test.bench.desk.current();
  if (document === null) throw new Error('nothing is open');
  test.bench.desk.update(ticket, { state: { ...document.state, dirty: true } });
  await test.bench.drafts.put(
    document.draftId,
    { name: 'Shop', path, baseRevision: revision, time: '2024-05-01T12:00:00Z', appVersion: '0' },
    designText('Draft'),
  );
  const fetch = async () =>
    pageText === null ? null : { requestId: 'r1', current: { ticket, text: pageText, baseRevision: revision } };
  const bench = { ...test.bench, pageText: { ...test.bench.pageText, fetch } };
  const hasDraft = async () => (await bench.drafts.read(document.draftId)) !== null;
  return { bench, path, hasDraft };
};

describe('unsaved changes', () => {
  it('are not asked about when there are none', async () => {
    const test = await makeTestBench();
    expect(await settleChanges(test.bench)).toBe(true);
    expect(test.asked).toEqual([]);
  });

  it('Save writes the page’s text, tells the page, and lets go', async () => {
    const test = await makeTestBench();
    const { bench, path } = await openDirty(test, designText('Mine'));
    test.script.push('Save');
    expect(await settleChanges(bench)).toBe(true);
    expect(await readFile(path, 'utf8')).toBe(designText('Mine'));
    expect(test.events).toMatchObject([{ event: 'document.saved', payload: { requestId: 'r1' } }]);
    expect(bench.desk.current()?.state.dirty).toBe(false);
  });

  it('Save falls back to the draft when the page does not answer', async () => {
    const test = await makeTestBench();
    const { bench, path } = await openDirty(test, null);
    test.script.push('Save');
    expect(await settleChanges(bench)).toBe(true);
    expect(await readFile(path, 'utf8')).toBe(designText('Draft'));
  });

  it('Don’t Save drops the draft and leaves the file', async () => {
    const test = await makeTestBench();
    const { bench, path, hasDraft } = await openDirty(test, designText('Mine'));
    test.script.push('Don’t Save');
    expect(await settleChanges(bench)).toBe(true);
    expect(await readFile(path, 'utf8')).toBe(designText('Shop'));
    expect(await hasDraft()).toBe(false);
  });

  it('Cancel keeps everything', async () => {
    const test = await makeTestBench();
    const { bench, hasDraft } = await openDirty(test, designText('Mine'));
    test.script.push('Cancel');
    expect(await settleChanges(bench)).toBe(false);
    expect(bench.desk.current()?.state.dirty).toBe(true);
    expect(await hasDraft()).toBe(true);
  });

  it('a save that fails keeps the window', async () => {
    const test = await makeTestBench();
    const { bench, path, hasDraft } = await openDirty(test, '{ not a design');
    test.script.push('Save', 'OK');
    expect(await settleChanges(bench)).toBe(false);
    expect(await readFile(path, 'utf8')).toBe(designText('Shop'));
    expect(await hasDraft()).toBe(true);
  });

  it('a bad file is refused before the question, and the open design stays', async () => {
    const test = await makeTestBench();
    const { bench } = await openDirty(test, designText('Mine'));
    const bad = join(test.folder, 'bad.stratiform');
    await writeFile(bad, 'not a design');
    const before = bench.desk.current();
    expect(await openPath(bench, bad)).toMatchObject({ ok: false, code: 'not-a-design' });
    expect(test.asked).toEqual([]);
    expect(bench.desk.current()).toBe(before);
  });
});
