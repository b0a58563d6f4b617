import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { designText, makeTestBench } from '../testing/make-test-bench';

const id = (digit: string): string => digit.repeat(32);

const open = async () => {
  const test = await makeTestBench();
  const { templates } = test.bench;
  return { ...test, templates, folderOfTemplates: join(test.folder, 'profile', 'templates') };
};

describe('templates', () => {
  it('are kept under their names, sorted, and survive the session', async () => {
    const { templates } = await open();
    expect(await templates.list()).toEqual([]);
    await templates.put(id('b'), 'Zebra', designText('z'));
    await templates.put(id('a'), 'Ägypten & <co>', designText('a'));
    expect((await templates.list()).map(({ name }) => name)).toEqual(['Ägypten & <co>', 'Zebra']);
    expect((await templates.read(id('b')))?.text).toBe(designText('z'));
  });

  it('take another name with their content unchanged', async () => {
    const { templates } = await open();
    await templates.put(id('a'), 'Old', designText('a'));
    expect(await templates.rename(id('a'), 'New')).toMatchObject({ ok: true });
    expect(await templates.read(id('a'))).toMatchObject({ name: 'New', text: designText('a') });
  });

  it('are replaced whole and removed for good; what is gone says so', async () => {
    const { templates } = await open();
    await templates.put(id('a'), 'One', designText('1'));
    await templates.put(id('a'), 'One', designText('2'));
    expect(await templates.list()).toHaveLength(1);
    expect((await templates.read(id('a')))?.text).toBe(designText('2'));
    expect(await templates.remove(id('a'))).toMatchObject({ ok: true });
    expect(await templates.read(id('a'))).toBeNull();
    expect(await templates.rename(id('a'), 'Two')).toMatchObject({ ok: false, code: 'not-found' });
    expect(await templates.list()).toEqual([]);
  });

  it('that are damaged are kept aside and left out, foreign files ignored', async () => {
    const { templates, folderOfTemplates } = await open();
    await templates.put(id('a'), 'Good', designText('a'));
    await writeFile(join(folderOfTemplates, `${id('c')}.template`), 'no line with a name');
    await writeFile(join(folderOfTemplates, 'notes.txt'), 'mine');
    expect((await templates.list()).map(({ name }) => name)).toEqual(['Good']);
    expect(await templates.read(id('c'))).toBeNull();
  });
});
