import { join } from 'node:path';
import { expect, projectRoot, test } from '../fixtures/app';
import { expectTitle } from '../pages/menu';

const examples = [
  ['high-power-wordpress', 'High-power WordPress'],
  ['three-tier-with-faults', 'Three-tier shop with faults'],
  ['microservices', 'Microservices with queues'],
] as const;

test('the examples as exported pictures', async ({ app }) => {
  for (const [name, title] of examples) {
    await app.chooseMenu(`file.openExample.${name}`);
    await expectTitle(app, title);
    await app.dialogs.choosePlace(join(projectRoot, 'test-results', 'screenshots', `picture-${name}.png`));
    await app.chooseMenu('file.exportPng');
    await expect(app.page.getByText(`“picture-${name}.png” was saved in`)).toBeVisible();
  }
});
