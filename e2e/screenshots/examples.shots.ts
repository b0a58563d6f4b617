import { type RunningApp, test } from '../fixtures/app';
import { openBoard } from '../pages/board';
import { expectTitle } from '../pages/menu';
import { waitForStill } from '../pages/pointer';
import { chooseTheme, resizeWindow, take, themes } from './take';

const examples = [
  ['low-power-wordpress', 'Low-power WordPress'],
  ['high-power-wordpress', 'High-power WordPress'],
  ['three-tier-with-faults', 'Three-tier shop with faults'],
  ['microservices', 'Microservices with queues'],
] as const;

/** The whole drawing, its true size, and from afar. */
const zooms: readonly { readonly name: string; readonly go: (app: RunningApp) => Promise<void> }[] = [
  { name: 'fit', go: async (app) => openBoard(app).fit() },
  {
    name: '100',
    go: async ({ page }) => page.getByRole('button', { name: /click for 100 %/ }).click(),
  },
  {
    name: 'far',
    go: async (app) => {
      await openBoard(app).fit();
      await openBoard(app).zoomOut();
      await openBoard(app).zoomOut();
    },
  },
];

for (const scale of [1, 2])
  test(`the examples at ${scale * 100} % scale`, async ({ launch }) => {
    const app = await launch({ scale });
    await resizeWindow(app, 1440, 900);
    for (const [name, title] of examples) {
      await app.chooseMenu(`file.openExample.${name}`);
      await expectTitle(app, title);
      for (const zoom of zooms) {
        await zoom.go(app);
        await waitForStill(app.page);
        for (const theme of themes) {
          await chooseTheme(app, theme);
          await take(app, `${name}-${zoom.name}-${theme}-${scale}x`);
        }
      }
    }
  });
