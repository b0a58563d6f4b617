import { writeBill } from '../../../../shared/pricing/report/bill-report';
import { desktop } from '../../desktop';
import { app } from '../../store/app';
import { nameBillFile, type SavedFormat } from './bill-file';

/** Asks for a place and writes the bill there. */
export async function saveBill(format: SavedFormat): Promise<void> {
  const { design, estimate } = app.getState();
  if (!estimate) return;
  const text = writeBill(design, estimate, format);
  const answer = await desktop.invoke('export.save', { text, suggestedName: nameBillFile(design.header.name, format) });
  if (answer.ok) app.notify({ tone: 'ok', text: `“${answer.value.name}” was saved in ${answer.value.folder}.` });
  else if (answer.code !== 'cancelled')
    app.openDialog({ kind: 'fault', title: 'The bill was not saved', message: answer.message, details: [] });
}
