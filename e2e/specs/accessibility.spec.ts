import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app';
import { ask } from '../fixtures/ask';
import { openExample } from '../pages/start-screen';

/** Faults of the page that keep people out, as lines to read. */
async function findBarriers(page: Page): Promise<string[]> {
  // Electron cannot open the second page that axe otherwise works in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}

for (const theme of ['light', 'dark'] as const)
  test(`nothing bars the way in the ${theme} theme`, async ({ app }) => {
    const { page } = app;
    await app.chooseMenu(`view.theme.${theme}`);
    await expect.poll(() => ask(() => app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource))).toBe(theme);
    await expect(page.getByRole('region', { name: 'Examples' }).getByText('/mo')).toHaveCount(4);
    expect(await findBarriers(page), 'start screen').toEqual([]);

    const board = await openExample(app, 'Three-tier shop with faults');
    await board.show('Problems');
    await board.fit();
    await page.getByRole('button', { name: /^Fix: .*Multi-AZ/ }).click();
    await expect(page.getByRole('region', { name: /^Preview/ })).toBeVisible();
    // With the pointer on a finding everything it is not about is dimmed on purpose.
    await page.mouse.move(2, 2);
    await expect(page.locator('[data-light="faded"]')).toHaveCount(0);
    expect(await findBarriers(page), 'editor with problems and a fix').toEqual([]);
    await page.keyboard.press('Escape');

    await board.show('Cost');
    await board.select('App server 1');
    await expect(page.getByRole('combobox', { name: 'Instance type' })).toBeVisible();
    expect(await findBarriers(page), 'editor with the bill and a selection').toEqual([]);

    await app.chooseMenu('file.export');
    await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('AWS::EC2::Instance');
    expect(await findBarriers(page), 'export dialog').toEqual([]);
    await page.keyboard.press('Escape');

    await app.chooseMenu('file.new');
    await expect(page.getByText('Drag a Region from the palette to begin drawing.')).toBeVisible();
    expect(await findBarriers(page), 'empty drawing').toEqual([]);
  });
