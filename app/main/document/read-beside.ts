import { basename } from 'node:path';
import { type Answer, fail, succeed } from '../../../shared/ipc/answer';
import { readDesignFile } from '../files/read-design-file';
import type { Workbench } from './workbench';

/** A design to look at beside the open one, which stays as it is. */
export const chooseAndRead = async (
  bench: Workbench,
): Promise<Answer<{ readonly name: string; readonly text: string }>> => {
  const path = await bench.dialogs.chooseDesign();
  if (path === null) return fail('cancelled', 'Nothing was read.');
  const file = await readDesignFile(bench.disk, path, bench.check);
  return file.ok ? succeed({ name: basename(path), text: file.value.text }) : file;
};
