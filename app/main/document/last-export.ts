import { basename, dirname } from 'node:path';
import { type Answer, succeed } from '../../../shared/ipc/answer';
import type { RequestOf, ValueOf } from '../../../shared/ipc/contract';
import { describeDiskError } from '../files/describe-disk-error';
import { findLink, readExisting } from './export-files';
import type { Workbench } from './workbench';

/** What the open design was last exported to, as it lies there now; null where it never was. Files that are gone, or no text, are left out. */
export const readLastExport = async (
  bench: Workbench,
  { target }: RequestOf<'export.read'>,
): Promise<Answer<ValueOf<'export.read'>>> => {
  const document = bench.desk.current();
  const place = document === null ? null : await bench.exportMemory.find(document, target);
  if (place === null) return succeed({ last: null });
  const { base, isFolder, files } = place;
  const found: { path: string; text: string }[] = [];
  try {
    for (const [path, file] of files) {
      // A link that came since could lead anywhere.
      if (isFolder && (await findLink(bench.disk, base, path)) !== null) continue;
      const existing = await readExisting(bench.disk, file);
      if (existing !== null && existing.text !== null) found.push({ path, text: existing.text });
    }
  } catch (error) {
    return describeDiskError(error, 'What was last exported could not be read');
  }
  const named = isFolder ? base : (files[0]?.[1] ?? base);
  return succeed({ last: { name: basename(named), folder: dirname(named), files: found } });
};
