import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app';
import { openExample } from '../pages/start-screen';

const readAvailability = async (page: Page): Promise<number> =>
  Number(((await page.getByTestId('availability').textContent()) ?? '').replace(/[^\d.]/g, ''));

/** More than any example has. */
const MOST_FIXES = 25;

test('the faulty shop is mended through fixes alone, by keyboard; bill and availability follow each step, and undo breaks it again', async ({
  app,
}) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  await expect.poll(board.total).toBeGreaterThan(0);
  const [errors, total] = [await board.errors(), await board.total()];
  await expect.poll(() => readAvailability(page)).toBeGreaterThan(0);
  const availability = await readAvailability(page);
  await board.show('Problems');
  const first = page
    .getByRole('region', { name: 'Errors' })
    .getByRole('button', { name: /^Fix: / })
    .first();
  const totals = new Set([total]);
  const shares = new Set([availability]);
  let applied = 0;
  for (; applied < MOST_FIXES && (await board.errors()) > 0; applied += 1) {
    const before = await board.errors();
    const title = ((await first.getAttribute('aria-label')) ?? '').replace('Fix: ', '');
    await first.focus();
    await page.keyboard.press('Enter');
    const preview = page.getByRole('region', { name: `Preview: ${title}` });
    await expect(preview).toContainText(/availability (stays )?≈/);
    await preview.getByRole('button', { name: 'Apply fix' }).focus();
    await page.keyboard.press('Enter');
    await expect(preview).toHaveCount(0);
    await expect.poll(board.errors, { message: `errors after “${title}”` }).toBeLessThanOrEqual(before);
    totals.add(await board.total());
    shares.add(await readAvailability(page));
  }
  expect(await board.errors()).toBe(0);
  expect(applied).toBeGreaterThan(4);
  expect(totals.size).toBeGreaterThan(3);
  await expect.poll(() => readAvailability(page)).toBeGreaterThan(availability);
  for (let step = 0; step < applied; step += 1) await app.chooseMenu('edit.undo');
  await expect.poll(board.errors).toBe(errors);
  expect(await board.total()).toBe(total);
  await expect.poll(() => readAvailability(page)).toBe(availability);
  expect(shares.size).toBeGreaterThan(1);
});
