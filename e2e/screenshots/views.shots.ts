import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, projectRoot, type RunningApp, test } from '../fixtures/app';
import { openBoard } from '../pages/board';
import { expectTitle } from '../pages/menu';
import { waitForStill } from '../pages/pointer';
import { openExample } from '../pages/start-screen';
import { chooseTheme, resizeWindow, take, themes } from './take';

const inBoth = async (app: RunningApp, name: string): Promise<void> => {
  for (const theme of themes) {
    await chooseTheme(app, theme);
    await waitForStill(app.page);
    await take(app, `${name}-${theme}`);
  }
};

/** In both themes, in the two sizes that the app is designed for. */
const inAll = async (app: RunningApp, name: string, ready: () => Promise<void>): Promise<void> => {
  for (const [width, height] of [
    [1280, 800],
    [1024, 640],
  ] as const) {
    await resizeWindow(app, width, height);
    await ready();
    await inBoth(app, `${name}-${width}`);
  }
};

const shop = 'Three-tier shop with faults';

test('deciding: compare, accept, why, the cheapest way', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await resizeWindow(app, 1280, 800);
  await page.getByRole('button', { name: 'Compare low-power and high-power WordPress' }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(3);
  await inBoth(app, 'view-compare');
  await page.getByRole('button', { name: 'Done' }).click();
  const board = await openExample(app, shop);
  await inBoth(app, 'view-first-hint');
  await board.show('Problems');
  const row = page.getByRole('listitem').filter({ hasText: 'Relational database is not Multi-AZ' });
  await row.getByRole('button', { name: 'Why?' }).click();
  await row.getByRole('img').last().scrollIntoViewIfNeeded();
  await inBoth(app, 'view-why');
  await row.getByRole('button', { name: 'Accept with a reason…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept with a reason' });
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await inBoth(app, 'view-accept');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page
    .getByRole('region', { name: 'Status' })
    .getByRole('button', { name: /^Availability estimate/ })
    .click();
  await page.getByRole('button', { name: 'Cheapest way to more…' }).click();
  const mend = page.getByRole('region', { name: 'Mend several' });
  await page.keyboard.press('Escape');
  await mend.getByRole('spinbutton', { name: 'Reach' }).fill('99.85');
  await mend.getByRole('button', { name: 'Look for the cheapest way' }).click();
  await expect(mend.getByRole('button', { name: 'Show way 1' })).toBeVisible();
  await inBoth(app, 'view-reach');
  await row.getByRole('button', { name: 'Accept with a reason…' }).click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Rebuilt from the warehouse every night.');
  await dialog.getByRole('textbox', { name: 'Who answers for it' }).fill('Ada');
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('region', { name: 'Accepted' }).scrollIntoViewIfNeeded();
  await inBoth(app, 'view-accepted');
});

test('exporting: every target and every tab', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await resizeWindow(app, 1280, 800);
  await openExample(app, shop);
  await app.chooseMenu('file.export');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const target = dialog.getByRole('combobox', { name: 'Target' });
  await target.click();
  const targets = await page.getByRole('option').allTextContents();
  await page.keyboard.press('Escape');
  for (const [index, name] of targets.entries()) {
    await target.click();
    await page.getByRole('option', { name }).click();
    await inBoth(app, `view-export-${index + 1}`);
  }
  const tabs = dialog.getByRole('tab');
  for (let index = 0; index < (await tabs.count()); index += 1) {
    await tabs.nth(index).click();
    await inBoth(app, `view-export-tab-${index + 1}`);
  }
});

test('the canvas: collapsed, locked, focused, failing, bent, commanded', async ({ launch }) => {
  const first = await launch();
  await openExample(first, 'Low-power WordPress');
  await first.chooseMenu('file.saveTemplate');
  await first.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(first.page.getByRole('dialog')).toHaveCount(0);
  await first.quit();
  const app = await launch({ profile: first.profile });
  const { page } = app;
  await resizeWindow(app, 1280, 800);
  await expect(page.getByRole('region', { name: 'Your templates' })).toBeVisible();
  await page.getByRole('region', { name: 'Your templates' }).scrollIntoViewIfNeeded();
  await inBoth(app, 'view-templates');
  const board = await openExample(app, shop);
  await expectTitle(app, shop);
  await board.select('App server 1');
  await app.chooseMenu('edit.lock');
  await page.keyboard.press('f');
  await inBoth(app, 'view-focus-locked');
  await page.keyboard.press('f');
  await board.show('Problems');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'How many gigabytes a month flow' })
    .getByRole('button', { name: 'Answer…' })
    .click();
  await inBoth(app, 'view-answer');
  await page.getByRole('heading', { name: 'Where the data goes' }).scrollIntoViewIfNeeded();
  await board.show('Cost');
  await inBoth(app, 'view-connection');
  await board.select('App server 1');
  await page.getByRole('switch', { name: /IMDSv2/ }).scrollIntoViewIfNeeded();
  await inBoth(app, 'view-inspector');
  await app.chooseMenu('view.outage');
  await inBoth(app, 'view-outage');
  await app.chooseMenu('view.outage');
  await page.getByRole('region', { name: 'Status' }).getByRole('button', { name: /^Cost/ }).click();
  await board.fit();
  await board.select('VPC');
  await page.getByRole('button', { name: 'Collapse VPC' }).click();
  await inBoth(app, 'view-collapsed');
  await page.keyboard.press('Control+K');
  await inBoth(app, 'view-commands');
});

/** Tags of the faulty shop: some for everything, some nearer, and required ones that are missing. */
const TAGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  vpc: { Owner: 'Platform engineering of Europe' },
  'app-tier': { Confidentiality: 'internal' },
  'app-server-1': {
    Stage: 'live',
    'shop:maintenance-window-in-utc': 'Sunday 02:00 to 04:30 after the nightly export',
  },
  'app-server-2': { Stage: 'trial' },
};

test('tags: of the design, of one element and of two, and in the bill', async ({ launch, folder }) => {
  const file = join(folder, 'tagged.stratiform');
  const drawn = JSON.parse(await readFile(join(projectRoot, 'examples/three-tier-with-faults.stratiform'), 'utf8'));
  for (const element of drawn.elements) if (TAGS[element.id]) element.tags = TAGS[element.id];
  const tagged = { ...drawn, tags: { CostCenter: '4711' }, requiredTags: ['Backup', 'CostCenter', 'Owner'] };
  await writeFile(file, JSON.stringify(tagged));
  const app = await launch({ files: [file] });
  const { page } = app;
  const board = openBoard(app);
  const tags = page.getByRole('region', { name: 'Inspector' }).getByRole('region', { name: 'Tags' });
  const toTags = () => tags.getByRole('button', { name: 'Add tag' }).scrollIntoViewIfNeeded();
  await inAll(app, 'view-tags-design', () =>
    tags.getByRole('textbox', { name: 'Required tags' }).scrollIntoViewIfNeeded(),
  );
  await board.select('App server 1');
  await tags.getByRole('combobox', { name: 'Key of the new tag' }).fill('aws:owner');
  await inAll(app, 'view-tags-element', toTags);
  await tags.getByRole('combobox', { name: 'Key of the new tag' }).press('Escape');
  await board.select('App server 2', 'adding');
  await inAll(app, 'view-tags-several', toTags);
  await board.show('Cost');
  const group = page.getByRole('combobox', { name: 'Group by' });
  await group.click();
  await page.getByRole('option', { name: 'Tag Owner' }).click();
  await inAll(app, 'view-tags-bill', async () => {});
  await group.click();
  await expect(page.getByRole('option', { name: 'Tag shop:maintenance-window-in-utc' })).toBeVisible();
  await inBoth(app, 'view-tags-group');
});

test('two environments: other values in development, why not, what changes in a saved export', async ({
  launch,
  folder,
}) => {
  const app = await launch();
  const { page } = app;
  await resizeWindow(app, 1280, 800);
  const board = await openExample(app, shop);
  await app.dialogs.choosePlace(join(folder, 'shop.yaml'));
  await app.chooseMenu('file.export');
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await board.select('Orders database');
  const inspector = page.getByRole('region', { name: 'Inspector' });
  for (const description of ['Instance class', 'Multi-AZ', 'Storage'])
    await inspector.getByRole('button', { name: 'Make it different in development', description, exact: true }).click();
  const small = inspector.getByRole('combobox', { name: 'Instance class in development' });
  await small.fill('db.t4g.micro');
  await small.press('Enter');
  await inAll(app, 'view-development', () => small.scrollIntoViewIfNeeded());
  const refused = inspector.getByRole('button', { name: /^Cannot be a parameter/, description: 'Engine' });
  await inAll(app, 'view-no-parameter', async () => {
    await refused.hover();
    await expect(page.getByRole('tooltip')).toBeVisible();
  });
  await board.show('Cost');
  await inAll(app, 'view-development-cost', () => expect(page.getByTestId('cost-development')).toBeVisible());
  await page.keyboard.press('Control+Alt+5');
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText('IsDevelopment');
  await inAll(app, 'view-changes-since', async () => {});
});

test('a VPN connection, a trail and a stream, drawn and in the palette', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await resizeWindow(app, 1280, 800);
  const board = await openExample(app, 'Low-power WordPress');
  await board.zoomOut();
  await board.drop('Site-to-Site VPN connection', 'VPC', { x: 0.45, y: 0.06 });
  await board.fit();
  await board.connect('Editors', 'VPN connection', 'sends traffic to');
  await board.connect('VPN connection', 'WordPress server', 'sends traffic to');
  await board.drop('AWS CloudTrail trail', 'Region', { x: 0.5, y: 0.97 });
  await board.drop('Amazon Kinesis data stream', 'Region', { x: 0.75, y: 0.97 });
  await inAll(app, 'view-joined', () => board.fit());
  const search = page.getByRole('searchbox', { name: 'Search services' });
  for (const kind of ['VPN', 'trail', 'stream']) {
    await search.fill(kind);
    await inBoth(app, `view-palette-${kind}`);
  }
});
