import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Serious and critical faults of what is on the screen that keep people out, as lines to read.
 * @param only looks at these rules of axe alone.
 */
export async function findBarriers(page: Page, only: readonly string[] = []): Promise<string[]> {
  // Electron cannot open the second page that axe otherwise works in.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (only.length === 0 ? builder : builder.withRules([...only])).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}
