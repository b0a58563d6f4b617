import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { expectMenuLabel } from '../pages/menu';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

test('a finding is accepted with a reason, listed apart, edited, taken back and kept in the file', async ({
  app,
  folder,
}) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const errors = await board.errors();
  await board.show('Problems');
  const row = page.getByRole('listitem').filter({ hasText: 'Relational database is not Multi-AZ' });
  await row.getByRole('button', { name: 'Why?' }).click();
  await expect(row.getByRole('region', { name: 'Why AVL-05' })).toContainText('All tiers above wait for the database');
  await expect(row.getByRole('img', { name: 'A design in which AVL-05 is found, and one that passes' })).toBeVisible();
  await row.getByRole('button', { name: 'Accept with a reason…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept with a reason' });
  // Nothing is accepted without a reason and an owner, nor until a day that has passed.
  await dialog.getByRole('textbox', { name: 'Until' }).fill('2020-01-01');
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await expect(dialog.getByRole('alert')).toHaveCount(3);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Rebuilt from the warehouse every night.');
  await dialog.getByRole('textbox', { name: 'Who answers for it' }).fill('Ada');
  await dialog.getByRole('textbox', { name: 'Until' }).fill('2099-12-31');
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await expect.poll(board.errors).toBe(errors - 1);
  await expectMenuLabel(app, 'edit.undo', 'Undo Accept AVL-05');
  const accepted = page.getByRole('region', { name: 'Accepted' });
  await accepted.scrollIntoViewIfNeeded();
  await expect(accepted).toContainText('“Rebuilt from the warehouse every night.”');
  await expect(accepted).toContainText('Accepted by Ada');
  await accepted.getByRole('button', { name: 'Edit the acceptance of AVL-05 on Orders database' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('A copy of the warehouse.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(accepted).toContainText('“A copy of the warehouse.”');
  const file = join(folder, 'shop.stratiform');
  await app.dialogs.choosePlace(file);
  await app.chooseMenu('file.save');
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('"reason": "A copy of the warehouse."');
  await accepted.getByRole('button', { name: 'No longer accept AVL-05 on Orders database' }).click();
  await expect(accepted).toHaveCount(0);
  await expect.poll(board.errors).toBe(errors);
  await app.chooseMenu('edit.undo');
  await expect.poll(board.errors).toBe(errors - 1);
});

test('safe fixes, and the cheapest ones that reach an availability, are shown together and are one undo step', async ({
  app,
}) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await expect.poll(board.total).toBeGreaterThan(0);
  const errors = await board.errors();
  const total = await board.total();
  await board.show('Problems');
  const mend = page.getByRole('region', { name: 'Mend several' });
  await mend.getByRole('button', { name: 'Fix all safe ones…' }).click();
  const safe = page.getByRole('region', { name: 'Preview: Fix all safe ones' });
  await expect(safe).toContainText(/availability (stays )?≈/);
  await expect(mend).toContainText(/fixes, together one step/);
  // What deletes something is left to a person.
  await mend.getByText('left out, with the reason').click();
  await expect(mend).toContainText('isolated subnets. It would delete the connection from Office to Orders database.');
  await safe.getByRole('button', { name: 'Apply all' }).click();
  await expect.poll(board.errors).toBeLessThan(errors);
  expect(await board.total()).toBeLessThanOrEqual(total);
  await expectMenuLabel(app, 'edit.undo', 'Undo Fix all safe ones');
  await app.chooseMenu('edit.undo');
  await expect.poll(board.errors).toBe(errors);
  await page
    .getByRole('region', { name: 'Status' })
    .getByRole('button', { name: /^Availability estimate/ })
    .click();
  await page.getByRole('button', { name: 'Cheapest way to more…' }).click();
  await page.keyboard.press('Escape');
  const target = mend.getByRole('spinbutton', { name: 'Reach' });
  await expect(target).toHaveValue('99.95');
  await target.fill('99.85');
  await mend.getByRole('button', { name: 'Look for the cheapest way' }).click();
  await expect(mend).toContainText('Ways to 99.85 %, the cheapest first:', { timeout: 30_000 });
  await mend.getByRole('button', { name: 'Show way 1' }).click();
  const way = page.getByRole('region', { name: /^Preview: Turn on Multi-AZ/ });
  await expect(way).toContainText(/\+\$[\d,.]+\/mo.*availability ≈ 99\.47 % → ≈ 99\.87 %.*clears 1 finding/);
  await target.fill('99.99');
  await mend.getByRole('button', { name: 'Look for the cheapest way' }).click();
  await expect(mend).toContainText('99.99 % is out of reach', { timeout: 30_000 });
  await mend.getByRole('button', { name: 'Show the nearest' }).click();
  await page.getByRole('button', { name: 'Apply all' }).click();
  await expect.poll(board.total).toBeGreaterThan(total);
  await app.chooseMenu('edit.undo');
  await expect.poll(board.total).toBe(total);
  expect(await board.errors()).toBe(errors);
});

test('designs are compared: the two WordPress sites from the start, then the open one, a variant and an example', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Compare low-power and high-power WordPress' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare designs' });
  await expect(dialog.getByRole('columnheader')).toHaveText(['Factor', 'Low-power WordPress', 'High-power WordPress']);
  const rowHeads = [
    'Monthly cost',
    'Availability',
    'Recovery time',
    'Data loss',
    'Findings',
    'Room to scale',
    'Parts to run',
  ];
  for (const name of rowHeads)
    await expect(
      dialog.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) }),
    ).toHaveCount(1);
  await expect(dialog.getByRole('row').filter({ hasText: 'Data loss' })).toContainText('WordPress server');
  expect(await findBarriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy as Markdown' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const board = await openExample(app, shop);
  await page.keyboard.press('Control+Alt+6');
  await expect(dialog).toContainText('stands alone');
  await dialog.getByRole('button', { name: 'Duplicate as variant' }).click();
  await expect(dialog.getByRole('columnheader')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await board.show('Problems');
  const row = page.getByRole('listitem').filter({ hasText: 'Relational database is not Multi-AZ' });
  await row.getByRole('button', { name: /^Fix: / }).click();
  await page.getByRole('button', { name: 'Apply fix' }).click();
  await page.keyboard.press('Control+Alt+6');
  await expect(dialog.getByRole('columnheader')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Add a design' }).click();
  await page.getByRole('menuitem', { name: /variant 1$/ }).click();
  await expect(dialog.getByRole('columnheader')).toHaveCount(4);
});
