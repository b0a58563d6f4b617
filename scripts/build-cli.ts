/** Bundles the command line into `out/cli/stratiform.js`, which `bin` in package.json points at. */
import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const outfile = fileURLToPath(new URL('out/cli/stratiform.js', root));

await build({
  entryPoints: [fileURLToPath(new URL('cli/main.ts', root))],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  // Only `price --live` and `prices refresh` load it: every other start would pay for parsing it.
  external: ['@aws-sdk/client-pricing'],
  // Commander is CommonJS and asks for Node's modules by require.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
