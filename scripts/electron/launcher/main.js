// Stands in for Electron's default app, which the registry runtime lacks: opens the folder named by the first argument that is not a switch.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  console.error('Name the folder of the app to open.');
  app.exit(2);
} else {
  const root = resolve(folder);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  app.setAppPath(root);
  app.setName(manifest.productName ?? manifest.name);
  if (manifest.version) app.setVersion(manifest.version);
  // Awaited at top level: Electron holds `ready` back until then, so privileged schemes are still registered in time.
  await import(pathToFileURL(join(root, manifest.main)).href);
}
