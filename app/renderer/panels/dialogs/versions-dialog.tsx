import type { VersionEntry } from '../../../../shared/ipc/documents';
import { formatMoment } from '../../format';
import { openVersion } from '../../session/open-document';
import { app, useApp } from '../../store/app';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';

const size = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Earlier versions of the file that were kept while saving. */
export const VersionsDialog = ({ entries }: { entries: readonly VersionEntry[] }) => {
  const document = useApp((state) => state.document);
  return (
    <Dialog
      open
      onClose={app.closeDialog}
      title="Previous versions"
      description="A version opens as an unsaved change; the file stays as it is until you save."
    >
      {entries.length === 0 ? (
        <EmptyState title="No earlier version">Versions are kept from the second save on.</EmptyState>
      ) : (
        <ul className="rows">
          {entries.map(({ version, time, bytes }) => (
            <li key={version} className="rows__row">
              <div className="rows__text">
                <p>{formatMoment(time)}</p>
                <p className="rows__note ui-numeric">{size.format(bytes / 1024)} KB</p>
              </div>
              <Button size="small" onClick={() => document && void openVersion(document.ticket, version)}>
                Open
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
};
