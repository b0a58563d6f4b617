import { expect, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { expectMenuLabel } from '../pages/menu';
import { openExample } from '../pages/start-screen';

test('tags are given to the design, inherited, overwritten, required, found and undone', async ({ app }) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  const tags = page.getByRole('region', { name: 'Inspector' }).getByRole('region', { name: 'Tags' });
  const key = tags.getByRole('combobox', { name: 'Key of the new tag' });

  await test.step('the design gets a tag by keyboard alone', async () => {
    await key.focus();
    await page.keyboard.type('CostCenter');
    await page.keyboard.press('Enter');
    await expect(tags.getByRole('textbox', { name: 'Value of the new tag' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(tags.getByRole('alert')).toContainText('“CostCenter” needs a value');
    await page.keyboard.type('4711');
    await page.keyboard.press('Enter');
    await expect(tags.getByRole('textbox', { name: 'CostCenter' })).toHaveValue('4711');
    await expect(key).toBeFocused();
    await expectMenuLabel(app, 'edit.undo', 'Undo Add tag CostCenter of the design');
  });

  await test.step('what AWS does not take is refused with a reason', async () => {
    await key.fill('aws:owner');
    await expect(tags.getByRole('alert')).toContainText('starts with “aws:”');
    await key.fill('costcenter');
    await expect(tags.getByRole('alert')).toContainText('differ only in case');
    await key.press('Escape');
    await expect(key).toHaveValue('');
    await expect(tags.getByRole('alert')).toBeHidden();
  });

  await test.step('a required tag that nothing has is one finding', async () => {
    expect(await board.ruleIds()).not.toContain('OPS-05');
    const required = tags.getByRole('textbox', { name: 'Required tags' });
    await required.fill('CostCenter, Owner');
    await required.press('Enter');
    await expect.poll(() => board.ruleIds().then((ids) => ids.filter((id) => id === 'OPS-05'))).toEqual(['OPS-05']);
  });

  await test.step('an element shows what it inherits, and says otherwise', async () => {
    await board.select('App server 1');
    await expect(tags.getByRole('listitem').filter({ hasText: 'CostCenter' })).toContainText('4711from the design');
    await tags.getByRole('button', { name: 'Overwrite CostCenter' }).click();
    await tags.getByRole('textbox', { name: 'CostCenter' }).fill('4712');
    await tags.getByRole('textbox', { name: 'Owner, required' }).fill('web');
    await tags.getByRole('textbox', { name: 'Owner', exact: true }).press('Enter');
    await expectMenuLabel(app, 'edit.undo', 'Undo Add tag Owner of App server 1');
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page, ['color-contrast'])).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  await test.step('several elements are tagged at once', async () => {
    await board.select('App server 2', 'adding');
    await expect(tags.getByRole('textbox', { name: 'CostCenter' })).toHaveAttribute('placeholder', 'Several values');
    await tags.getByRole('textbox', { name: 'CostCenter' }).fill('4713');
    await tags.getByRole('textbox', { name: 'CostCenter' }).press('Enter');
    await expectMenuLabel(app, 'edit.undo', 'Undo Change tag CostCenter of 2 elements');
    await tags.getByRole('button', { name: 'Remove CostCenter' }).click();
    await expect(tags.getByRole('button', { name: 'Overwrite CostCenter' })).toBeVisible();
    await expect(key).toBeFocused();
  });

  await test.step('elements are found by their tags', async () => {
    await key.blur();
    await page.keyboard.press('Control+F');
    await page.getByRole('textbox', { name: 'Find' }).fill('tag:owner=web');
    await expect(page.getByRole('status').filter({ hasText: '1 found' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the bill is divided by a tag', async () => {
    await board.show('Cost');
    const cost = page.getByRole('region', { name: 'Cost' });
    await cost.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: 'Tag Owner' }).click();
    await expect(cost.getByRole('table')).toContainText('Without the tag Owner');
    await expect(cost.getByRole('table')).toContainText('web');
    await board.show('Problems');
  });

  await test.step('the fix of the finding takes the value that is in use', async () => {
    const finding = page.locator('.finding').filter({ hasText: 'Required tags are missing' });
    await expect(finding.first()).toContainText('lack');
    await finding
      .getByRole('button', { name: /^Fix: Tag .* with Owner = web$/ })
      .first()
      .click();
    await page
      .getByRole('region', { name: /^Preview/ })
      .getByRole('button', { name: 'Apply' })
      .click();
    await expectMenuLabel(app, 'edit.undo', /^Undo Tag .* with Owner = web$/);
  });
});
