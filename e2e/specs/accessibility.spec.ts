import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { openExample } from '../pages/start-screen';

/** Ways to look at a screen; what is not about colours is the same in all. */
const looks = {
  dark: { colorScheme: 'dark' },
  'high contrast, light': { contrast: 'more', colorScheme: 'light' },
  'high contrast, dark': { contrast: 'more', colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active', contrast: 'more', colorScheme: 'dark' },
} as const;
type Look = keyof typeof looks;

/** Everything in the light theme, then the colours in others. */
async function expectNoBarriers(page: Page, where: string, others: readonly Look[] = ['dark']): Promise<void> {
  expect(await findBarriers(page), where).toEqual([]);
  for (const look of others) {
    await page.emulateMedia(looks[look]);
    expect(await findBarriers(page, ['color-contrast']), `${where}, ${look}`).toEqual([]);
  }
  await page.emulateMedia({ contrast: null, forcedColors: null, colorScheme: 'light' });
}

const allLooks: readonly Look[] = ['dark', 'high contrast, light', 'high contrast, dark', 'forced colours'];

/** Every dialog that the menu opens, by what opens it. */
const dialogs = [
  ['file.export', 'Export'],
  ['file.saveTemplate', 'Save as template'],
  ['file.history', 'Previous versions'],
  ['view.commands', 'Commands'],
] as const;

test('nothing bars the way on any screen, in light, dark, high contrast and forced colours', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.getByRole('region', { name: 'Examples' }).getByText('/mo')).toHaveCount(4);
  await expectNoBarriers(page, 'start screen');

  const board = await openExample(app, 'Three-tier shop with faults');
  await board.show('Problems');
  await board.fit();
  await page.locator('.finding').first().hover();
  await expect(page.locator('[data-light="faded"]').first()).toBeVisible();
  await expectNoBarriers(page, 'a finding lit up, the rest faded', allLooks);
  await page.getByRole('button', { name: /^Fix: .*Multi-AZ/ }).click();
  await expect(page.getByRole('region', { name: /^Preview/ })).toBeVisible();
  await expectNoBarriers(page, 'editor with problems and a fix');
  await page.keyboard.press('Escape');
  const database = page.getByRole('listitem').filter({ hasText: 'Relational database is not Multi-AZ' });
  await database.getByRole('button', { name: 'Why?' }).click();
  await expect(database.getByRole('img', { name: /and one that passes$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cheapest way to an availability…' }).click();
  await expectNoBarriers(page, 'why, and the cheapest way');
  await database.getByRole('button', { name: 'Accept with a reason…' }).click();
  const acceptance = page.getByRole('dialog', { name: 'Accept with a reason' });
  await acceptance.getByRole('button', { name: 'Accept' }).click();
  await expect(acceptance.getByRole('alert')).toHaveCount(2);
  await expectNoBarriers(page, 'accepting, with faults in the form');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectNoBarriers(page, 'keyboard shortcuts');
  await page.keyboard.press('Escape');

  await board.show('Cost');
  await board.select('App server 1');
  await expect(page.getByRole('combobox', { name: 'Instance type' })).toBeVisible();
  await expectNoBarriers(page, 'editor with the bill and a selection', allLooks);
  await board.select('App server 2', 'adding');
  await expectNoBarriers(page, 'several selected');
  await page.getByRole('tab', { name: 'Code' }).click();
  await page.getByRole('tab', { name: 'Outline' }).click();
  await expectNoBarriers(page, 'code and outline');
  await page.getByRole('tab', { name: 'Services' }).click();

  for (const [id, name] of dialogs) {
    await app.chooseMenu(id);
    await expect(page.getByRole('dialog', { name: new RegExp(name) })).toBeVisible();
    await expectNoBarriers(page, name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await app.chooseMenu('view.outage');
  await expect(page.getByRole('region', { name: 'Outage', exact: true })).toBeVisible();
  await expectNoBarriers(page, 'outage mode');
  await app.chooseMenu('view.outage');

  await app.chooseMenu('file.new');
  await expect(page.getByText('Drag a Region from the palette to begin drawing.')).toBeVisible();
  await expectNoBarriers(page, 'empty drawing');

  await page.emulateMedia({ reducedMotion: 'reduce' });
  const motion = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--calm'));
  expect(motion.trim()).toMatch(/^0m?s$/);
});
