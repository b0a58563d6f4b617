import { useApp } from '../../store/app';
import { CommandPalette } from '../commands/command-palette';
import { CompareDialog } from '../compare/compare-dialog';
import { WaiverDialog } from '../problems/waiver-dialog';
import { ExportDialog } from './export-dialog';
import { FaultDialog } from './fault-dialog';
import { RecoveryDialog } from './recovery-dialog';
import { ShortcutsDialog } from './shortcuts-dialog';
import { DeleteTemplateDialog, RenameTemplateDialog, SaveTemplateDialog } from './template-dialogs';
import { VersionsDialog } from './versions-dialog';

/** Shows the one dialog that the state names. */
export const DialogHost = () => {
  const dialog = useApp((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'export':
      return <ExportDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'compare':
      return <CompareDialog first={dialog.with} />;
    case 'waiver':
      return <WaiverDialog {...dialog} />;
    case 'commands':
      return <CommandPalette />;
    case 'saveTemplate':
      return <SaveTemplateDialog />;
    case 'renameTemplate':
      return <RenameTemplateDialog template={dialog.template} />;
    case 'deleteTemplate':
      return <DeleteTemplateDialog template={dialog.template} />;
    case 'versions':
      return <VersionsDialog entries={dialog.entries} />;
    case 'recovery':
      return <RecoveryDialog entries={dialog.entries} />;
    case 'fault':
      return <FaultDialog fault={dialog} />;
  }
};
