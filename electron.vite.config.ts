import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The oldest Electron the app is run with is 33: Chromium 130, Node 20. */
const browserTarget = 'chrome130';
const nodeTarget = 'node20.18';

const at = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: at('out/main'),
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('app/main/index.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: at('out/preload'),
      externalizeDeps: false,
      // A sandboxed preload script has to be one CommonJS file.
      rollupOptions: {
        input: { index: at('app/main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('app/renderer'),
    plugins: [react()],
    build: {
      target: browserTarget,
      outDir: at('out/renderer'),
      // Less to read and to compile before the first paint; electron-vite leaves it off.
      minify: true,
      // Icons stay files: data addresses in scripts would make the start slower.
      assetsInlineLimit: 0,
      rollupOptions: { input: at('app/renderer/index.html') },
    },
  },
});
