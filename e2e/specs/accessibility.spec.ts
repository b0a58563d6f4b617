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

test('nothing bars the way in what opens beside the drawing either', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Compare low-power and high-power WordPress' }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(3);
  await expectNoBarriers(page, 'comparing designs');
  await page.getByRole('button', { name: 'Done' }).click();

  const board = await openExample(app, 'Three-tier shop with faults');
  await page.getByRole('button', { name: 'Layers' }).click();
  await expect(page.getByRole('dialog', { name: 'Layers' })).toBeVisible();
  await expectNoBarriers(page, 'layers');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+F');
  await page.getByRole('search', { name: 'Find on the canvas' }).getByLabel('Find', { exact: true }).fill('server');
  await expectNoBarriers(page, 'find bar');
  await page.keyboard.press('Escape');

  await board.select('App server 1');
  await page.keyboard.press('f');
  await expect(page.getByRole('region', { name: 'Focus mode' })).toBeVisible();
  await expectNoBarriers(page, 'focus mode', allLooks);
  await page.keyboard.press('f');
  await app.chooseMenu('edit.lock');
  await board.element('App server 1').click({ button: 'right', position: { x: 12, y: 6 } });
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoBarriers(page, 'context menu of a locked element');
  await page.keyboard.press('Escape');
  await board.select('VPC');
  await page.getByRole('button', { name: 'Collapse VPC' }).click();
  await expectNoBarriers(page, 'a collapsed container', allLooks);
  await app.chooseMenu('edit.undo');

  await board.show('Problems');
  await page.getByRole('button', { name: 'Answer…' }).last().click();
  await expect(page.getByRole('region', { name: 'Inspector' }).getByRole('spinbutton', { name: 'Data' })).toBeFocused();
  await expect(page.getByRole('spinbutton', { name: 'Port' })).toHaveAttribute('placeholder', 'As the target');
  await expectNoBarriers(page, 'a connection in the inspector');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Relational database is not Multi-AZ' })
    .getByRole('button', { name: 'Accept with a reason…' })
    .click();
  const acceptance = page.getByRole('dialog', { name: 'Accept with a reason' });
  await acceptance.getByRole('textbox', { name: 'Reason' }).fill('Rebuilt from the warehouse every night.');
  await acceptance.getByRole('textbox', { name: 'Who answers for it' }).fill('Ada');
  await acceptance.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('region', { name: 'Accepted' }).scrollIntoViewIfNeeded();
  await expectNoBarriers(page, 'accepted findings', allLooks);

  await app.chooseMenu('file.export');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const tabs = dialog.getByRole('tab');
  for (let index = 0; index < (await tabs.count()); index += 1) {
    await tabs.nth(index).click();
    await expectNoBarriers(page, `tab ${index + 1} of the export`);
  }
});
