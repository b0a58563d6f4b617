import { expect, test } from '../fixtures/app';
import { expectMenuLabel } from '../pages/menu';
import { openExample } from '../pages/start-screen';

test('several elements are set up at once, each field says where they differ, and one undo takes it back', async ({
  app,
}) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  const inspector = page.getByRole('region', { name: 'Inspector' });
  const type = inspector.getByRole('combobox', { name: 'Instance type' });
  await board.select('App server 1');
  await type.fill('m5.xlarge');
  await type.press('Enter');
  await board.select('App server 2', 'adding');
  await expect(inspector.getByRole('heading', { name: '2 selected' })).toBeVisible();
  await expect(type).toHaveValue('');
  await expect(type).toHaveAttribute('placeholder', 'Several values');
  await type.fill('m5');
  await expect(inspector.getByRole('alert')).toContainText('“m5” does not look like a type');
  await type.fill('m5.2xlarge');
  await type.press('Enter');
  await expect(board.element('App server 1')).toContainText('m5.2xlarge');
  await expect(board.element('App server 2')).toContainText('m5.2xlarge');
  await expectMenuLabel(app, 'edit.undo', 'Undo Change Instance type of 2 elements');
  await type.blur();
  await page.keyboard.press('Control+Z');
  await expect(board.element('App server 1')).toContainText('m5.xlarge');
  await expect(board.element('App server 2')).toContainText('m5.large');
  await inspector
    .getByRole('button', { name: /^Reset to default: / })
    .first()
    .click();
  await expectMenuLabel(app, 'edit.undo', /^Undo Reset .* of 2 elements$/);
  await page.keyboard.press('Control+Z');

  await test.step('elements of different kinds share what means the same', async () => {
    await board.select('Orders database', 'adding');
    await expect(inspector.getByRole('heading', { name: '3 selected' })).toBeVisible();
    await expect(inspector.getByRole('combobox', { name: 'Tier' })).toContainText('Several values');
    await expect(type).toHaveCount(0);
  });

  await test.step('a rule that cannot stand says why and changes nothing', async () => {
    await board.select('Orders database');
    const source = inspector.getByRole('textbox', { name: 'Source CIDR of rule 1' });
    await source.fill('10.0.0.1');
    await expect(inspector.getByRole('alert')).toContainText('For this one address write 10.0.0.1/32');
    await source.press('Escape');
    await expect(source).toHaveValue('0.0.0.0/0');
    await expect(inspector.getByRole('alert')).toHaveCount(0);
  });

  await test.step('the link leads to the documentation of the service', async () => {
    await app.electron.evaluate(({ shell }) => {
      shell.openExternal = async (url) => console.log(`BROWSER ${url}`);
    });
    const opened: string[] = [];
    app.electron.on('console', (message) => {
      if (message.text().startsWith('BROWSER ')) opened.push(message.text().slice(8));
    });
    await inspector.getByRole('button', { name: 'AWS documentation' }).click();
    await expect.poll(() => opened).toEqual(['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html']);
  });
});
