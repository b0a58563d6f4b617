import { expect, type RunningApp } from '../fixtures/app';
import { type Board, openBoard } from './board';
import { waitForStill } from './pointer';

/** Opens an example from its card on the start screen. */
export async function openExample(app: RunningApp, title: string): Promise<Board> {
  await app.page.getByRole('region', { name: 'Examples' }).getByRole('button', { name: title, exact: true }).click();
  await expect(app.page.locator('.react-flow__node').first()).toBeVisible();
  await waitForStill(app.page);
  return openBoard(app);
}

/** Starts with an empty drawing. */
export async function openNew(app: RunningApp): Promise<Board> {
  await app.page.getByRole('button', { name: 'New design' }).click();
  await expect(app.page.getByText('Drag a Region from the palette to begin drawing.')).toBeVisible();
  return openBoard(app);
}
