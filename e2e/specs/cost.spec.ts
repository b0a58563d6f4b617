import { expect, test } from '../fixtures/app';
import { openExample } from '../pages/start-screen';

test('the bill follows an instance type typed in the inspector, and says where each price comes from', async ({
  app,
}) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  await expect.poll(board.total).toBeGreaterThan(0);
  const before = await board.total();
  await board.select('App server 1');
  await board.show('Cost');
  const cost = page.getByRole('region', { name: 'Cost', exact: true });
  const entry = cost.locator('tbody').filter({ has: page.getByRole('button', { name: 'Lines of App server 1' }) });
  await entry.getByRole('button', { name: 'Lines of App server 1' }).click();
  const line = entry.locator('.cost__line').filter({ hasText: 'm5.large' }).first();
  // Formula, source and date of the price.
  await expect(line).toContainText('730');
  await expect(line.locator('td').nth(1)).toHaveText(/.+ · .*20\d\d/);
  const priceOfLarge = await line.locator('.cost__amount').textContent();

  const field = page.getByRole('combobox', { name: 'Instance type' });
  await field.fill('m5.4xlarge');
  // While typing already, before the field is left.
  await expect.poll(board.total).toBeGreaterThan(before);
  await field.press('Enter');
  const large = entry.locator('.cost__line').filter({ hasText: 'm5.4xlarge' }).first();
  await expect(large.locator('.cost__amount')).not.toHaveText(priceOfLarge ?? '');
  await expect(cost.locator('tfoot .cost__amount')).toContainText(
    (await page.getByTestId('monthly-total').textContent()) ?? 'no total',
  );

  await page.getByRole('region', { name: 'Canvas' }).focus();
  await app.chooseMenu('edit.undo');
  await expect.poll(board.total).toBe(before);
});

test('an instance type without a known price is told, not guessed', async ({ app }) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  await expect.poll(board.total).toBeGreaterThan(0);
  await board.select('App server 1');
  await board.show('Cost');
  await page.getByRole('combobox', { name: 'Instance type' }).fill('z9.gigantic');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Cost', exact: true })).toContainText(
    'without a known price, not in the total',
  );
  await expect(page.getByTestId('monthly-total')).toContainText('≥');
});

test('an entry of the bill leads to its element, and the drawer closes with its cross', async ({ app }) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  await board.show('Cost');
  const cost = page.getByRole('region', { name: 'Cost', exact: true });
  await cost.getByRole('button', { name: 'Orders database', exact: true }).click();
  await expect.poll(board.selected).toEqual(['Orders database']);
  await expect(board.element('Orders database')).toBeInViewport({ ratio: 0.9 });
  await page.getByRole('button', { name: 'Close drawer' }).click();
  await expect(cost).toHaveCount(0);
});
