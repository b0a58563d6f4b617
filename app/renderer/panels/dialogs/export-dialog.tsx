import { app } from '../../store/app';
import { Dialog } from '../../ui/dialog';
import { LazyWorkspace } from '../export/lazy-workspace';
import './dialogs.css';

/** The export workspace with room to read. */
export const ExportDialog = () => (
  <Dialog
    open
    wide
    tall
    onClose={app.closeDialog}
    title="Export"
    description="Templates or code that deploy this design."
  >
    <LazyWorkspace onShow={app.closeDialog} onSaved={app.closeDialog} />
  </Dialog>
);
