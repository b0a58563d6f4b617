import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout that these scripts belong to. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
