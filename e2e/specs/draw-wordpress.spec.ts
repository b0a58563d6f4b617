import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app';
import { openBoard } from '../pages/board';

test.setTimeout(240_000);

test('the high-power WordPress, drawn from an empty canvas, checked, priced, mended, exported, saved and reopened', async ({
  app,
  folder,
}) => {
  const board = openBoard(app);
  const { page } = app;
  await app.chooseMenu('file.new');

  // A Region, a VPC and four tiers in one Availability Zone.
  await board.drop('Region', null, { x: 0.42, y: 0.4 });
  await board.fit();
  await board.drop('VPC', 'Region', { x: 0.4, y: 0.4 });
  await board.fit();
  await board.drop('Availability Zone', 'VPC', { x: 0.6, y: 0.5 });
  for (const tier of ['Load balancing', 'Web', 'Cache', 'Database']) {
    await board.fit();
    await board.drop(`Tier: ${tier}`, 'VPC', { x: 0.6, y: 0.95 });
  }
  await board.fit();
  await board.drop('Internet gateway', 'VPC', { x: 0.8, y: 0.08 });
  await board.fit();
  await expect(page.locator('.react-flow__node[data-kind="subnet"]')).toHaveCount(4);

  // Its services: one copy of each.
  await board.drop('Application Load Balancer', 'Load balancing tier', { x: 0.6, y: 0.6 });
  await board.fit();
  await board.drop('Amazon EC2 Auto Scaling group', 'Web tier', { x: 0.6, y: 0.6 });
  await board.fit();
  await board.drop('Amazon RDS database', 'Database tier', { x: 0.6, y: 0.6 });
  await board.fit();
  await board.zoomOut();
  await board.drop('Users on the internet', null, { x: 0.1, y: 0.5 });
  await board.fit();
  await board.connect('Users', 'Load balancer');
  await board.connect('Load balancer', 'Auto Scaling group');
  await board.connect('Auto Scaling group', 'Database', 'reads and writes');

  const first = await board.findings();
  const priceOfOne = await board.total();
  expect(first.some((line) => line.startsWith('AVL-01'))).toBe(true);
  expect(first.some((line) => line.startsWith('AVL-04'))).toBe(true);
  expect(first.some((line) => line.startsWith('AVL-05'))).toBe(true);
  expect(priceOfOne).toBeGreaterThan(50);

  // Sessions in memory: said in the inspector, seen as a finding.
  await board.select('Auto Scaling group');
  await page.getByRole('combobox', { name: 'Sessions are kept' }).click();
  await page.getByRole('option', { name: "In the instances' memory" }).click();
  await expect.poll(board.ruleIds).toContain('STA-01');

  // The second Availability Zone brings its subnets; check boxes stretch the services over it.
  await board.drop('Availability Zone', 'VPC', { x: 0.9, y: 0.5 });
  await board.fit();
  await expect(page.locator('.react-flow__node[data-kind="subnet"]')).toHaveCount(8);
  for (const name of ['Load balancer', 'Auto Scaling group', 'Database']) {
    await board.select(name);
    await page.getByRole('checkbox', { name: 'us-east-1b' }).check();
  }
  await expect.poll(board.ruleIds).not.toContain('AVL-04');

  // The standby: a fix with its preview.
  await page
    .getByRole('button', { name: /Fix: .*Multi-AZ/ })
    .first()
    .click();
  const preview = page.getByRole('region', { name: /^Preview/ });
  await expect(preview).toContainText('/mo');
  await preview.getByRole('button', { name: 'Apply fix' }).click();
  await expect.poll(board.ruleIds).not.toContain('AVL-05');
  expect(await board.total()).toBeGreaterThan(priceOfOne);

  // The session cache.
  await board.drop('Amazon ElastiCache (Valkey', 'Cache tier', { x: 0.6, y: 0.6 });
  await board.fit();
  await expect.poll(board.errors).toBeGreaterThan(0);
  await board.connect('Auto Scaling group', 'Cache', 'keeps sessions in');
  await board.select('Auto Scaling group');
  await page.getByRole('combobox', { name: 'Sessions are kept' }).click();
  await page.getByRole('option', { name: 'In a cache or database' }).click();
  await expect.poll(board.ruleIds).not.toContain('STA-01');
  await expect.poll(board.ruleIds).toContain('AVL-06');
  await page
    .getByRole('button', { name: /^Fix: .*(replica|failover)/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Apply fix' }).click();
  await expect.poll(board.ruleIds).not.toContain('AVL-06');

  // Static files at the edge, a way out, a way in for administrators.
  await board.drop('Amazon S3 bucket', 'Region', { x: 0.96, y: 0.5 });
  await board.fit();
  await board.zoomOut();
  await board.drop('Amazon CloudFront distribution', null, { x: 0.1, y: 0.2 });
  await board.fit();
  await board.connect('CDN', 'Bucket');
  await board.connect('CDN', 'Load balancer');
  await board.connect('Users', 'CDN');
  // The entry speaks HTTPS.
  await expect.poll(board.ruleIds).toContain('ENC-01');
  await board.select('Load balancer');
  await page.getByRole('combobox', { name: 'Listener' }).click();
  await page.getByRole('option', { name: /^HTTPS/ }).click();
  await expect.poll(board.ruleIds).not.toContain('ENC-01');
  await expect.poll(board.errors).toBe(0);

  // The template, as it will be saved.
  const template = join(folder, 'site.yaml');
  await app.dialogs.choosePlace(template);
  await app.chooseMenu('file.export');
  const dialog = page.getByRole('dialog', { name: /Export/ });
  await expect(dialog).toContainText('Type: AWS::');
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect.poll(() => readFile(template, 'utf8').catch(() => '')).toContain('MultiAZ: true');
  await page.keyboard.press('Escape');

  // Saved, closed, reopened: the same.
  const before = { ids: await board.ruleIds(), total: await board.total() };
  const nodes = await page.locator('.react-flow__node').count();
  const file = join(folder, 'site.stratiform');
  await app.dialogs.choosePlace(file);
  await app.chooseMenu('file.save');
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('Saved');
  const saved = await readFile(file, 'utf8');
  await app.chooseMenu('file.new');
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
  await app.dialogs.chooseFile(file);
  await app.chooseMenu('file.open');
  await board.fit();
  await expect(page.locator('.react-flow__node')).toHaveCount(nodes);
  await expect.poll(board.ruleIds).toEqual(before.ids);
  await expect.poll(board.total).toBe(before.total);
  expect(await readFile(file, 'utf8')).toBe(saved);
});
