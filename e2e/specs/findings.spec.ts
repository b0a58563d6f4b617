import { expect, test } from '../fixtures/app';
import { expectMenuLabel } from '../pages/menu';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

/** The three faults for which the product exists, each with an element that has it. */
const faults = [
  { rule: 'AVL-01', title: 'Tier runs in a single Availability Zone', subject: 'App server 1' },
  { rule: 'STA-01', title: 'Session state is kept on the instances', subject: 'App server 2' },
  { rule: 'NET-01', title: 'Data tier can be reached from the internet', subject: 'Orders database' },
];

test('the single point of failure, the stateful tier and the public database are marked and listed', async ({
  app,
}) => {
  const board = await openExample(app, shop);
  const listed = await board.findings();
  await board.fit();
  for (const { rule, title, subject } of faults) {
    expect(listed.some((line) => line.startsWith(`${rule} Error: ${title}`))).toBe(true);
    await expect(board.frame(subject)).toHaveAttribute('data-tone', 'error');
    const badge = board.element(subject).locator('.canvas-badge');
    await expect(badge).toHaveText(/^[1-9]$/);
    await badge.hover();
    await expect(app.page.getByRole('tooltip')).toContainText(title);
    await app.page.mouse.move(2, 2);
    await expect(app.page.getByRole('tooltip')).toHaveCount(0);
  }
  // What has no fault wears no outline.
  await expect(board.frame('Internet gateway')).not.toHaveAttribute('data-tone');
  expect(await board.errors()).toBe(8);
});

test('jumping to a finding selects what it is about and brings it into view', async ({ app }) => {
  const board = await openExample(app, shop);
  await board.show('Problems');
  const { page } = app;
  // Far in, so that the database is off the screen.
  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Data tier can be reached from the internet' });
  await row.getByRole('button', { name: /^Show .* on the canvas$/ }).click();
  await expect.poll(board.selected).toEqual(['Orders database']);
  await expect(board.element('Orders database')).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('Orders database');
});

test('a question is answered at the very setting of what it asks about', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await board.show('Problems');
  const asks = (question: string) =>
    page.getByRole('region', { name: 'Open questions' }).getByRole('listitem').filter({ hasText: question });
  // What is asked about is brought out, but not as what fails.
  await asks('What may the design cost a month?').hover();
  await expect(board.frame('Region')).toHaveAttribute('data-light', 'lit');
  // Of a connection.
  const ofData = asks('How many gigabytes a month flow between Office and Orders database?');
  await ofData.getByRole('button', { name: 'Answer…' }).click();
  await expect(inspector.getByRole('heading', { name: 'Connection' })).toBeVisible();
  await expect(inspector.getByRole('spinbutton', { name: 'Data' })).toBeFocused();
  // Only the inspector has scrolled.
  expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await expect(ofData).toHaveCount(0);
  // Of the whole design.
  const ofMoney = asks('What may the design cost a month?');
  await ofMoney.getByRole('button', { name: 'Answer…' }).click();
  await expect(inspector.getByRole('spinbutton', { name: 'Budget' })).toBeFocused();
  await page.keyboard.type('5000');
  await page.keyboard.press('Enter');
  await expect(ofMoney).toHaveCount(0);
});

test('pointing at the finding of a single point of failure lights up its cut', async ({ app }) => {
  const board = await openExample(app, shop);
  await board.show('Problems');
  const row = app.page.getByRole('listitem').filter({ hasText: 'App tier runs in eu-west-1a only' });
  await row.hover();
  for (const name of ['App server 1', 'App server 2'])
    await expect(board.frame(name)).toHaveAttribute('data-light', 'cut');
  await expect(board.frame('Internet gateway')).toHaveAttribute('data-light', 'faded');
  await app.page.mouse.move(2, 2);
  for (const name of ['App server 1', 'Internet gateway'])
    await expect(board.frame(name)).toHaveAttribute('data-light', 'plain');
});

test('a fix shows what it changes and costs before it is applied, and can be undone and redone', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await expect.poll(board.total).toBeGreaterThan(0);
  const total = await board.total();
  const errors = await board.errors();
  await board.show('Problems');
  const row = page.getByRole('listitem').filter({ hasText: 'Relational database is not Multi-AZ' });
  const fix = row.getByRole('button', { name: /^Fix: / }).first();
  const title = ((await fix.getAttribute('aria-label')) ?? '').replace('Fix: ', '');
  await fix.click();
  const preview = page.getByRole('region', { name: `Preview: ${title}` });
  await expect(preview).toContainText(/\+\$[\d,.]+\/mo/);
  await expect(preview).toContainText('clears 1 finding');
  await expect(board.frame('Orders database')).toHaveAttribute('data-mark', 'changed');
  // Nothing has happened yet.
  expect(await board.total()).toBe(total);
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(board.frame('Orders database')).not.toHaveAttribute('data-mark');
  expect(await board.total()).toBe(total);
  await fix.click();
  await page.getByRole('button', { name: 'Apply fix' }).click();
  await expect.poll(board.errors).toBe(errors - 1);
  await expect.poll(board.total).toBeGreaterThan(total);
  const fixed = await board.total();
  await expectMenuLabel(app, 'edit.undo', `Undo ${title}`);
  await app.chooseMenu('edit.undo');
  await expect.poll(board.errors).toBe(errors);
  await expect.poll(board.total).toBe(total);
  await expectMenuLabel(app, 'edit.redo', `Redo ${title}`);
  await app.chooseMenu('edit.redo');
  await expect.poll(board.errors).toBe(errors - 1);
  await expect.poll(board.total).toBe(fixed);
});

test('what a fix adds is drawn with a plus while it is previewed, and is gone when it is cancelled', async ({
  app,
}) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const before = await board.size();
  await board.show('Problems');
  const row = page.getByRole('listitem').filter({ hasText: 'Session state is kept on the instances' });
  await row
    .getByRole('button', { name: /^Fix: .*cache/i })
    .first()
    .click();
  const preview = page.getByRole('region', { name: /^Preview/ });
  await expect(preview.locator('[data-kind="added"]').first()).toBeVisible();
  await board.fit();
  await expect(page.locator('[data-mark="added"]').first()).toBeVisible();
  // From afar only the outline shows; the plus comes nearer by.
  await page.getByRole('region', { name: 'Canvas' }).getByRole('button', { name: 'Zoom in' }).click();
  await expect(page.getByRole('img', { name: 'Added by the fix' }).first()).toBeVisible();
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(preview).toHaveCount(0);
  await board.fit();
  await expect.poll(board.size).toEqual(before);
});
