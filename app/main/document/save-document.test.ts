import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskWith, systemError } from '../testing/faulty-disk';
import { designText, makeTestBench, type TestBench } from '../testing/make-test-bench';
import { newDocument, openPath } from './open-document';
import { saveDocument } from './save-document';

const openFile = async (test: TestBench, name = 'Shop') => {
  const path = join(test.folder, 'shop.stratiform');
  await writeFile(path, designText(name));
  const opened = await openPath(test.bench, path);
  if (!opened.ok) throw new Error(opened.message);
  const { ticket, revision } = opened.value;
  const save = (text: string, as = false) => saveDocument(test.bench, { ticket, text, baseRevision: revision }, as);
  return { path, ticket, revision, save };
};

describe('saving a design', () => {
  it('asks for a place the first time and adds the extension', async () => {
    const test = await makeTestBench();
    const opened = await newDocument(test.bench);
    if (!opened.ok) throw new Error(opened.message);
    test.script.push(join(test.folder, 'first'));
    const text = designText('First');
    const saved = await saveDocument(test.bench, { ticket: opened.value.ticket, text, baseRevision: null }, false);
    expect(saved).toMatchObject({
      ok: true,
      value: { outcome: 'saved', document: { name: 'first', folder: test.folder } },
    });
    expect(await readFile(join(test.folder, 'first.stratiform'), 'utf8')).toBe(text);
    expect(test.bench.recent.list()).toEqual([join(test.folder, 'first.stratiform')]);
  });

  it('asks before the added extension replaces another file', async () => {
    const test = await makeTestBench();
    const { save, path } = await openFile(test);
    const other = join(test.folder, 'other.stratiform');
    await writeFile(other, 'precious');
    test.script.push(join(test.folder, 'other'), 'Cancel');
    expect(await save(designText('New'), true)).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await readFile(other, 'utf8')).toBe('precious');
    expect(await readFile(path, 'utf8')).toBe(designText('Shop'));
  });

  it('saves into the file without a question when nothing else changed it', async () => {
    const test = await makeTestBench();
    const { path, save } = await openFile(test);
    expect(await save(designText('Second'))).toMatchObject({ ok: true });
    expect(await save(designText('Third'))).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe(designText('Third'));
  });

  it('keeps the order of saves that come quickly; the last one counts', async () => {
    const test = await makeTestBench();
    const { path, save } = await openFile(test);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => save(designText(`Save ${index}`))));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await readFile(path, 'utf8')).toBe(designText('Save 19'));
  });

  it('never writes what it could not read again', async () => {
    const test = await makeTestBench();
    const { path, save } = await openFile(test);
    expect(await save('{"format":"stratiform"')).toMatchObject({ ok: false, code: 'not-a-design' });
    expect(await readFile(path, 'utf8')).toBe(designText('Shop'));
  });

  it('refuses the ticket of a design that is no longer open', async () => {
    const test = await makeTestBench();
    const { path, save } = await openFile(test);
    await newDocument(test.bench);
    expect(await save(designText('Late'))).toMatchObject({ ok: false, code: 'unknown-ticket' });
    expect(await readFile(path, 'utf8')).toBe(designText('Shop'));
  });

  it('on a full disk says so, keeps the old file and the draft', async () => {
    const test = await makeTestBench();
    const { path, ticket, revision } = await openFile(test);
    const draftId = test.bench.desk.current()?.draftId ?? '';
    const text = designText('Big');
    const header = { name: 'Shop', path, baseRevision: revision, time: '2024-05-01T12:00:00Z', appVersion: '0' };
    await test.bench.drafts.put(draftId, header, text);
    const full = { ...test.bench, disk: diskWith({ create: () => Promise.reject(systemError('ENOSPC')) }) };
    const saved = await saveDocument(full, { ticket, text, baseRevision: revision }, false);
    expect(saved).toMatchObject({ ok: false, code: 'disk-full', message: expect.stringContaining('disk is full') });
    expect(await readFile(path, 'utf8')).toBe(designText('Shop'));
    expect(await test.bench.drafts.read(draftId)).toMatchObject({ text });
  });
});

describe('a file that changed on disk', () => {
  const changeOutside = async (test: TestBench) => {
    const opened = await openFile(test);
    await writeFile(opened.path, designText('Theirs'));
    return opened;
  };

  it('Cancel leaves both as they are', async () => {
    const test = await makeTestBench();
    const { path, save } = await changeOutside(test);
    test.script.push('Cancel');
    expect(await save(designText('Mine'))).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await readFile(path, 'utf8')).toBe(designText('Theirs'));
    expect(test.asked[0]?.message).toContain('shop.stratiform');
  });

  it('Overwrite writes ours and keeps theirs as a previous version', async () => {
    const test = await makeTestBench();
    const { path, save } = await changeOutside(test);
    test.script.push('Overwrite');
    expect(await save(designText('Mine'))).toMatchObject({ ok: true, value: { outcome: 'saved' } });
    expect(await readFile(path, 'utf8')).toBe(designText('Mine'));
    const [newest] = await test.bench.history.list(path);
    const kept = await test.bench.history.read(path, newest?.version ?? '');
    expect(new TextDecoder().decode(kept ?? undefined)).toBe(designText('Theirs'));
  });

  it('Reload answers theirs and writes nothing', async () => {
    const test = await makeTestBench();
    const { path, save } = await changeOutside(test);
    test.script.push('Reload');
    const saved = await save(designText('Mine'));
    expect(saved).toMatchObject({ ok: true, value: { outcome: 'reloaded', document: { text: designText('Theirs') } } });
    expect(await readFile(path, 'utf8')).toBe(designText('Theirs'));
  });

  it('Save As… keeps both', async () => {
    const test = await makeTestBench();
    const { path, save } = await changeOutside(test);
    test.script.push('Save As…', join(test.folder, 'mine.stratiform'));
    expect(await save(designText('Mine'))).toMatchObject({ ok: true, value: { document: { name: 'mine' } } });
    expect(await readFile(path, 'utf8')).toBe(designText('Theirs'));
    expect(await readFile(join(test.folder, 'mine.stratiform'), 'utf8')).toBe(designText('Mine'));
  });

  it('that is gone is made again only after a question', async () => {
    const test = await makeTestBench();
    const { path, save } = await openFile(test);
    await rm(path);
    test.script.push('Cancel');
    expect(await save(designText('Mine'))).toMatchObject({ code: 'cancelled' });
    expect(await readdir(test.folder)).not.toContain('shop.stratiform');
    test.script.push('Save It Again');
    expect(await save(designText('Mine'))).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe(designText('Mine'));
  });
});
