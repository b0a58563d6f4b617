import { useState } from 'react';
import type { RecoveryEntry } from '../../../../shared/ipc/documents';
import { desktop } from '../../desktop';
import { formatMoment, shorten } from '../../format';
import { recoverDraft } from '../../session/open-document';
import { app } from '../../store/app';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

const fates: Record<RecoveryEntry['file'], string> = {
  'never-saved': 'was never saved to a file',
  unchanged: 'its file has not changed since',
  'changed-since': 'its file has changed since: compare before you save',
  gone: 'its file is gone',
};

/** Designs that a session which did not end well left behind. */
export const RecoveryDialog = ({ entries }: { entries: readonly RecoveryEntry[] }) => {
  const [left, setLeft] = useState(entries);
  const discard = async ({ ticket }: RecoveryEntry) => {
    const answer = await desktop.invoke('recovery.discard', { ticket });
    if (!answer.ok) {
      app.notify({ tone: 'error', text: answer.message });
      return;
    }
    const rest = left.filter((entry) => entry.ticket !== ticket);
    setLeft(rest);
    if (rest.length === 0) app.closeDialog();
  };
  return (
    <Dialog
      open
      onClose={app.closeDialog}
      title="Recover unsaved designs"
      description="Stratiform did not close properly. These changes were kept."
      footer={<Button onClick={app.closeDialog}>Decide later</Button>}
    >
      <ul className="rows">
        {left.map((entry) => (
          <li key={entry.ticket} className="rows__row">
            <div className="rows__text">
              <p className="ui-truncate">{shorten(entry.name, 80)}</p>
              <p className="rows__note">
                {formatMoment(entry.time)} · {fates[entry.file]}
              </p>
            </div>
            <Button size="small" variant="quiet" onClick={() => void discard(entry)}>
              Discard
            </Button>
            <Button size="small" variant="primary" onClick={() => void recoverDraft(entry.ticket)}>
              Recover
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
