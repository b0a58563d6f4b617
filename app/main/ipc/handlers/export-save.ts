import { basename, dirname, extname, join } from 'node:path';
import { fail, succeed } from '../../../../shared/ipc/answer';
import { toFileName } from '../../files/file-names';
import { saveFile } from '../../files/save-file';
import type { Handler } from '../handler';

export const answerExportSave: Handler<'export.save'> = ({ bench }, { text, suggestedName }) =>
  bench.order('save', async () => {
    const name = toFileName(suggestedName, 'template.yaml');
    const documentPath = bench.desk.current()?.path ?? null;
    const folder = documentPath === null ? bench.documentsFolder : dirname(documentPath);
    const extension = extname(name).slice(1);
    const filter = { name: extension === '' ? 'File' : extension.toUpperCase(), extensions: [extension || '*'] };
    const chosen = await bench.dialogs.choosePlace(join(folder, name), filter);
    if (chosen === null) return fail('cancelled', 'Nothing was exported.');
    if (chosen === documentPath)
      return fail('bad-name', 'That is the design itself. Choose another name for the export.');
    const saved = await saveFile(bench.disk, chosen, new TextEncoder().encode(text), {
      randomName: () => bench.randomId().slice(0, 8),
      keepPrevious: async () => undefined,
    });
    return saved.ok ? succeed({ name: basename(chosen), folder: dirname(chosen) }) : saved;
  });
