import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** Not tests: they take pictures for people to look at, by `npm run screenshots`. */
export default defineConfig({
  ...tests,
  testDir: 'screenshots',
  testMatch: '*.shots.ts',
  outputDir: '../test-results/screenshots/artifacts',
  timeout: 300_000,
  // A window of 3840 × 2160 takes its time without a graphics card.
  expect: { timeout: 60_000 },
});
