import { shorten } from '../../format';
import { saveDocumentAs } from '../../session/save-document';
import { app } from '../../store/app';
import type { DialogState } from '../../store/dialogs';
import { AlertDialog } from '../../ui/dialog';

type Fault = Extract<DialogState, { kind: 'fault' }>;

/** What went wrong, with what, and what to do next. */
export const FaultDialog = ({ fault }: { fault: Fault }) => {
  const saveElsewhere = () => {
    app.closeDialog();
    void saveDocumentAs();
  };
  return (
    <AlertDialog
      open
      title={shorten(fault.title, 160)}
      cancel={fault.offerSaveAs ? { label: 'Close', run: app.closeDialog } : undefined}
      actions={
        fault.offerSaveAs ? [{ label: 'Save as…', run: saveElsewhere }] : [{ label: 'OK', run: app.closeDialog }]
      }
    >
      <p className="fault__message">{shorten(fault.message, 1000)}</p>
      {fault.details.length > 0 ? (
        <ul className="fault__details">
          {fault.details.slice(0, 20).map((detail) => (
            <li key={detail}>{shorten(detail, 300)}</li>
          ))}
        </ul>
      ) : null}
    </AlertDialog>
  );
};
