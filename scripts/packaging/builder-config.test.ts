import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../electron/project-root';

const { validateConfiguration } = createRequire(import.meta.url)('app-builder-lib/out/util/config/config');
const { DebugLogger } = createRequire(import.meta.url)('builder-util');

const readConfig = (): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(load(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')));

const validate = (config: Record<string, unknown>): Promise<void> =>
  Promise.resolve(validateConfiguration(config, new DebugLogger(false)));

it('is accepted by electron-builder, with its targets for Linux, Mac and Windows', async () => {
  const config = readConfig();
  await expect(validate(config)).resolves.toBeUndefined();
  expect(config).toMatchObject({
    linux: { target: expect.arrayContaining(['dir', 'deb', 'AppImage']) },
    mac: { target: ['dmg', 'zip'], hardenedRuntime: true },
    win: { target: ['nsis'] },
  });
});

it.each(['linux', 'mac', 'win', 'nsis'])('would be refused with a slip in %s', async (section) => {
  const config = readConfig();
  const slipped = {
    ...config,
    [section]: { ...z.record(z.string(), z.unknown()).parse(config[section]), oneclick: true },
  };
  await expect(validate(slipped)).rejects.toThrow(/Invalid configuration object/);
});

it('burns every fuse that electron-builder knows', async () => {
  const schema = z.object({
    definitions: z.object({ FuseOptionsV1: z.object({ properties: z.record(z.string(), z.unknown()) }) }),
  });
  const path = join(projectRoot, 'node_modules/app-builder-lib/scheme.json');
  const known = Object.keys(schema.parse(JSON.parse(readFileSync(path, 'utf8'))).definitions.FuseOptionsV1.properties);
  const fuses = z.record(z.string(), z.boolean()).parse(readConfig().electronFuses);
  // Not a fuse: it signs again after the fuses are set, on a Mac.
  expect(Object.keys(fuses).sort()).toEqual(known.filter((name) => name !== 'resetAdHocDarwinSignature').sort());
  expect(Object.keys(fuses).filter((name) => fuses[name])).toEqual([
    'enableCookieEncryption',
    'enableEmbeddedAsarIntegrityValidation',
    'onlyLoadAppFromAsar',
  ]);
});
