import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,exporters,importers,cli,scripts,app,conformance}/**/*.test.{ts,tsx}'],
    sequence: { shuffle: true },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
