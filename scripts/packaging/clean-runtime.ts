import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronRuntime } from '../electron/find-electron';

/** Copy of a runtime without our launcher, as electron-builder wants it. The registry runtime is for checks only: what is built from it must not be shipped. */
export const copyCleanRuntime = (electron: ElectronRuntime, folder: string): void => {
  cpSync(electron.folder, folder, { recursive: true, verbatimSymlinks: true });
  for (const leftover of ['resources/app', 'resources/app-update.yml', 'resources/default_app.asar']) {
    const path = join(folder, leftover);
    if (existsSync(path)) rmSync(path, { recursive: true });
  }
};
