import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultSettings, settingsSchema } from '../../../shared/ipc/settings';
import { makeStoreTools } from '../make-workbench';
import { makeFolder } from '../testing/make-folder';
import { openJsonStore } from './json-store';

const open = (path: string) => openJsonStore(makeStoreTools(), path, settingsSchema, defaultSettings);

it('remembers what was set last', async () => {
  const path = join(await makeFolder(), 'sub', 'settings.json');
  const store = await open(path);
  await Promise.all([
    store.set({ theme: 'light', panels: {} }),
    store.set({ theme: 'dark', panels: { inspector: 320, palette: false } }),
  ]);
  expect((await open(path)).get()).toEqual({ theme: 'dark', panels: { inspector: 320, palette: false } });
});

it.each(['', '{"theme":"li', '{"theme":"pink","panels":{}}', '[]', '\0\0\0'])(
  'starts with defaults and keeps %j aside',
  async (damaged) => {
    const folder = await makeFolder();
    const path = join(folder, 'settings.json');
    await writeFile(path, damaged);
    expect((await open(path)).get()).toEqual(defaultSettings);
    const [aside] = await readdir(folder);
    expect(aside).toMatch(/^settings\.json\.corrupt-\d+$/);
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe(damaged);
  },
);
