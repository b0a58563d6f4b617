import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { openExample } from '../pages/start-screen';

const inspectorOf = (page: Page) => page.getByRole('region', { name: 'Inspector' });

async function setNumber(page: Page, label: string, value: string): Promise<void> {
  const field = inspectorOf(page).getByRole('spinbutton', { name: label });
  await field.fill(value);
  await field.press('Enter');
}

test('the bill follows an element into another zone, and the design into another Region', async ({ app }) => {
  const board = await openExample(app, 'High-power WordPress');
  const { page } = app;
  await expect.poll(board.total).toBeGreaterThan(0);
  await board.connect('Bastion host', 'WordPress database');
  await page.locator('.react-flow__edge[aria-label="Bastion host manages WordPress database"]').dispatchEvent('click');
  const traffic = inspectorOf(page).getByRole('region', { name: 'Where the data goes' });
  await expect(traffic).toContainText('How much flows is not stated');
  await setNumber(page, 'Data', '1500');
  await expect(traffic.getByRole('listitem')).toHaveText([/^In the same zone.*1,500 GB.*free$/]);
  const together = await board.total();

  await test.step('1,500 GB cross at $0.01 in each direction', async () => {
    await board.move('Bastion host', { onto: 'Load balancing b', at: { x: 0.3, y: 0.6 } });
    await expect.poll(async () => Number(((await board.total()) - together).toFixed(2))).toBe(1500 * 2 * 0.01);
    await page
      .locator('.react-flow__edge[aria-label="Bastion host manages WordPress database"]')
      .dispatchEvent('click');
    await expect(traffic.getByRole('listitem')).toHaveText([/^Across zones.*1,500 GB.*\$30\.00$/]);
    expect(await board.ruleIds()).toContain('COST-05');
    await app.chooseMenu('edit.undo');
    await expect.poll(board.total).toBe(together);
  });

  await test.step('another Region has other prices', async () => {
    await page.getByRole('region', { name: 'Canvas' }).focus();
    await board.select('Region');
    await inspectorOf(page).getByRole('combobox', { name: 'Region' }).click();
    await page.getByRole('option', { name: /Ireland/ }).click();
    await expect.poll(board.total).not.toBe(together);
    await app.chooseMenu('edit.undo');
    await expect.poll(board.total).toBe(together);
  });
});

test('the bill by zone and by line, in another currency, with ways to buy, and over its budget', async ({ app }) => {
  const board = await openExample(app, 'High-power WordPress');
  const { page } = app;
  await expect.poll(board.total).toBeGreaterThan(0);
  await board.show('Cost');
  const cost = page.getByRole('region', { name: 'Cost', exact: true });
  const total = async () => Number((await page.getByTestId('cost-total').textContent())?.replaceAll(/[^\d.]/g, ''));
  const group = async (by: string) => {
    await cost.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: by, exact: true }).click();
  };

  await test.step('groups, with a chart of them', async () => {
    await group('Zone');
    await expect(cost.getByRole('rowheader', { name: 'us-east-1a, us-east-1b' })).toBeVisible();
    const chart = cost.getByRole('figure', { name: 'What the bill is made of' });
    await expect(chart.getByRole('listitem').first()).toHaveText(/us-east-1a, us-east-1b\d+ %/);
    await group('Line');
    await expect(cost.locator('.cost__lone').first()).toContainText(/730 h × \$/);
    await group('Tier');
  });

  await test.step('another currency', async () => {
    await cost.getByRole('button', { name: 'Show another currency' }).click();
    const editor = page.getByRole('dialog', { name: 'Currency' });
    await editor.getByRole('textbox', { name: 'Also show amounts in' }).fill('eu');
    await expect(editor).toContainText('“eu” is no currency code');
    expect(await findBarriers(page), 'currency, with a fault').toEqual([]);
    await editor.getByRole('textbox', { name: 'Also show amounts in' }).fill('eur');
    await page.keyboard.press('Enter');
    await editor.getByRole('spinbutton', { name: 'One US dollar is' }).fill('2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const shown = Number((await page.getByTestId('cost-converted').textContent())?.replaceAll(/[^\d.]/g, ''));
    expect(shown).toBeCloseTo((await total()) * 2, 1);
    await expect(cost.locator('tfoot')).toContainText('€');
  });

  await test.step('ways to buy an element', async () => {
    const before = await total();
    await page.getByRole('region', { name: 'Canvas' }).focus();
    await board.select('WordPress servers');
    await inspectorOf(page).getByText('Ways to buy it').click();
    await inspectorOf(page)
      .getByRole('button', { name: /^Reserved 1 year, nothing upfront/ })
      .click();
    await expect.poll(total).toBeLessThan(before);
    await expect(page.getByTestId('cost-edit').or(page.getByTestId('cost-change')).first()).toContainText('−$');
  });

  await test.step('a budget that is too small', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await setNumber(page, 'Budget', '100');
    await expect(cost).toContainText('Budget exceeded');
    await expect.poll(board.errors).toBe(1);
    await board.show('Problems');
    await expect(page.getByRole('region', { name: 'Problems', exact: true })).toContainText('the budget is $100.00');
  });
});
