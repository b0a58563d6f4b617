import { appendFile, copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, projectRoot, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { openExample } from '../pages/start-screen';

const site = 'High-power WordPress';

async function chooseTarget(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Target' }).click();
  await page.getByRole('option', { name }).click();
}

test('the preview and the canvas light up together', async ({ app }) => {
  const board = await openExample(app, site);
  const { page } = app;
  await page.keyboard.press('Control+Alt+5');
  const code = page.getByRole('listbox', { name: 'Preview of template.yaml' });
  await expect(code).toContainText('AWSTemplateFormatVersion');
  await expect(code.locator('.code-key').first()).toBeVisible();
  // Written beside the page, which goes on meanwhile.
  expect(page.workers().map((worker) => worker.url())).toContainEqual(expect.stringContaining('export-worker'));

  // From the canvas to the lines, which come into view.
  await board.select('WordPress database');
  const lit = code.getByRole('option', { selected: true });
  await expect(lit.filter({ hasText: 'AWS::RDS::DB' }).first()).toBeVisible();

  // From a line to the canvas, by mouse and by keyboard.
  await code.press('Home');
  await code.press('PageDown');
  await code.press('PageDown');
  await code.getByRole('option', { name: 'Type: AWS::EC2::VPC', exact: true }).click();
  await expect.poll(board.selected).toEqual(['VPC']);
  await code.press('End');
  await code.press('Enter');
  await expect.poll(board.selected).not.toEqual(['VPC']);

  // The same in a project of several files: the file that holds the element comes on show.
  await chooseTarget(page, 'CDK TypeScript');
  await board.select('VPC');
  await expect(page.getByRole('listbox', { name: /Preview of lib\/.*network\.ts/ })).toContainText('new ec2.Vpc(');
});

test('a template is saved, compared, and replaced only after a look at the changes', async ({ app, folder }) => {
  const board = await openExample(app, site);
  const { page } = app;
  const target = join(folder, 'site.yaml');
  await writeFile(target, 'Resources: {}\n');
  await app.dialogs.choosePlace(target);
  await app.chooseMenu('file.export');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Save…' }).click();
  const review = page.getByRole('dialog', { name: 'Replace 1 file?' });
  await expect(review).toContainText('Resources: {}');
  expect(await findBarriers(page), 'review of what is replaced').toEqual([]);
  await review.getByRole('button', { name: 'Cancel' }).click();
  expect(await readFile(target, 'utf8')).toBe('Resources: {}\n');
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await review.getByRole('button', { name: 'Replace' }).click();
  await expect.poll(() => readFile(target, 'utf8')).toContain('AWS::RDS::DB');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // What a later edit changes in the template.
  await board.select('WordPress database');
  const days = page.getByRole('spinbutton', { name: /backup/i }).or(page.getByRole('textbox', { name: /backup/i }));
  await days.first().fill('21');
  await days.first().press('Enter');
  await page.keyboard.press('Control+Alt+5');
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText('BackupRetentionPeriod: 21');

  // A setting left to whoever deploys becomes a parameter; one that cannot says why.
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('button', { name: 'Make it a parameter of the export', description: 'Multi-AZ' }).click();
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText('MultiAZ: !Ref WordpressDatabaseMultiAz');
  const engine = inspector.getByRole('button', { name: /^Cannot be a parameter/, description: 'Engine' });
  await expect(engine).toHaveAttribute('aria-disabled', 'true');
  // Its tooltip does not take the place of the description that says which setting it is for.
  await engine.hover();
  await expect(page.getByRole('tooltip')).toContainText('Cannot be a parameter');
  await expect(engine).toHaveAccessibleDescription('Engine');
  // Another value in development becomes a choice in the template, and a second stack in the commands.
  await inspector
    .getByRole('button', { name: 'Make it different in development', description: 'Instance class' })
    .click();
  const small = inspector.getByRole('combobox', { name: 'Instance class in development' });
  await small.fill('db.t4g.micro');
  await small.press('Enter');
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText('!If [IsDevelopment, db.t4g.micro, ');
  const noParameter = inspector.getByRole('button', {
    name: /another value in development/,
    description: 'Instance class',
  });
  await expect(noParameter).toHaveAttribute('aria-disabled', 'true');
  await expect(
    inspector.getByRole('button', { name: /^Cannot be different in development\. It is a parameter/ }),
  ).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('tab', { name: /^Before you deploy/ }).click();
  await expect(page.getByRole('list', { name: 'Notes on the template' })).toBeVisible();
  await page.getByRole('tab', { name: 'How to deploy' }).click();
  const guide = page.getByRole('tabpanel', { name: 'How to deploy' });
  await expect(guide).toContainText('aws cloudformation deploy');
  await expect(guide).toContainText('--parameter-overrides Environment=development');

  // Reset by its own button, and brought back by undo, which says what it undoes.
  await inspector
    .getByRole('button', { name: /^As in production/, description: 'Instance class in development' })
    .click();
  await expect(small).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(small).toHaveValue('db.t4g.micro');

  // The bill says what development costs beside what is drawn.
  await board.show('Cost');
  const inDevelopment = async () =>
    Number(((await page.getByTestId('cost-development').textContent()) ?? '').replace(/[^\d.]/g, ''));
  await expect.poll(inDevelopment).toBeGreaterThan(0);
  expect(await inDevelopment()).toBeLessThan(await board.total());
});

test('an export is compared with what was saved in an earlier session', async ({ launch, folder }) => {
  const design = join(folder, 'site.stratiform');
  await copyFile(join(projectRoot, 'examples/high-power-wordpress.stratiform'), design);
  const first = await launch({ files: [design] });
  await first.dialogs.choosePlace(join(folder, 'site.yaml'));
  await first.chooseMenu('file.export');
  await first.page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Save…' }).click();
  await expect(first.page.getByRole('dialog')).toHaveCount(0);
  await first.quit();
  await appendFile(join(folder, 'site.yaml'), '# Mine\n');

  const { page } = await launch({ profile: first.profile, files: [design] });
  await page.keyboard.press('Control+Alt+5');
  await page.getByRole('tab', { name: 'Changes' }).click();
  const changes = page.getByRole('tabpanel', { name: 'Changes' });
  await expect(changes).toContainText(`Compared with site.yaml in ${folder}`);
  await expect(changes.getByRole('list', { name: 'Changes' })).toContainText('# Mine');
});

for (const theme of ['light', 'dark'] as const)
  test(`a CDK project goes into a folder; nothing bars the way in the ${theme} theme`, async ({ app, folder }) => {
    await app.chooseMenu(`view.theme.${theme}`);
    await openExample(app, site);
    const { page } = app;
    await writeFile(join(folder, 'letter.txt'), 'Dear');
    await app.dialogs.chooseFile(folder);
    await app.chooseMenu('file.export');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await chooseTarget(page, 'CDK TypeScript');
    await dialog
      .getByRole('navigation', { name: 'Files' })
      .getByRole('button', { name: /network\.ts$/ })
      .click();
    await expect(dialog.locator('.code-keyword').first()).toBeVisible();
    expect(await findBarriers(page), 'preview of a project').toEqual([]);
    for (const name of ['How to deploy', 'Changes', /^Before you deploy/]) {
      await dialog.getByRole('tab', { name }).click();
      expect(await findBarriers(page), String(name)).toEqual([]);
    }
    await dialog.getByRole('button', { name: 'Save folder…' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const [project = ''] = (await readdir(folder)).filter((name) => name !== 'letter.txt');
    expect(await readdir(join(folder, project))).toEqual(
      expect.arrayContaining(['README.md', 'bin', 'cdk.json', 'lib', 'package.json', 'test', 'tsconfig.json']),
    );

    // The same again finds nothing to do; a file that somebody edited is shown before it goes.
    const readme = join(folder, project, 'README.md');
    const before = await readFile(readme, 'utf8');
    await app.dialogs.chooseFile(join(folder, project));
    await app.chooseMenu('file.export');
    await dialog.getByRole('button', { name: 'Save folder…' }).click();
    await expect(page.getByText(/holds just this already/)).toBeVisible();
    await writeFile(readme, `${before}\nMine\n`);
    await mkdir(join(folder, project, 'notes'));
    await app.chooseMenu('file.export');
    await dialog.getByRole('button', { name: 'Save folder…' }).click();
    const review = page.getByRole('dialog', { name: 'Replace 1 file?' });
    await expect(review).toContainText('Mine');
    expect(await findBarriers(page), 'review').toEqual([]);
    await review.getByRole('button', { name: 'Replace' }).click();
    await expect.poll(() => readFile(readme, 'utf8')).toBe(before);
    expect(await readdir(join(folder, project))).toContain('notes');
  });
