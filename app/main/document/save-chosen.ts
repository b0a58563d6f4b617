import { basename, dirname, extname, join } from 'node:path';
import { type Answer, fail, succeed } from '../../../shared/ipc/answer';
import { toFileName } from '../files/file-names';
import { saveFile } from '../files/save-file';
import type { Workbench } from './workbench';

/** What was made of a design: its bytes, the name to offer, and the name where that one cannot be used. */
export type Product = { readonly bytes: Uint8Array; readonly suggestedName: string; readonly fallbackName: string };

/** Asks where to put something made of the design, beside the design's own file first, and writes it there. Never over the design itself. */
export const saveChosen = (
  bench: Workbench,
  { bytes, suggestedName, fallbackName }: Product,
): Promise<Answer<{ readonly name: string; readonly folder: string }>> =>
  bench.order('save', async () => {
    const name = toFileName(suggestedName, fallbackName);
    const documentPath = bench.desk.current()?.path ?? null;
    const folder = documentPath === null ? bench.documentsFolder : dirname(documentPath);
    const extension = extname(name).slice(1);
    const filter = { name: extension === '' ? 'File' : extension.toUpperCase(), extensions: [extension || '*'] };
    const chosen = await bench.dialogs.choosePlace(join(folder, name), filter);
    if (chosen === null) return fail('cancelled', 'Nothing was exported.');
    if (chosen === documentPath)
      return fail('bad-name', 'That is the design itself. Choose another name for the export.');
    const saved = await saveFile(bench.disk, chosen, bytes, {
      randomName: () => bench.randomId().slice(0, 8),
      keepPrevious: async () => undefined,
    });
    return saved.ok ? succeed({ name: basename(chosen), folder: dirname(chosen) }) : saved;
  });
