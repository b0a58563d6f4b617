import { CopyPlus, Download, FilePlus2, FolderOpen, History, Save, SaveAll } from 'lucide-react';
import { desktop } from '../desktop';
import { duplicateDocument, newDocument, openDocument } from '../session/open-document';
import { saveDocument, saveDocumentAs } from '../session/save-document';
import { app } from '../store/app';
import { type Action, hasDocument } from './action';

const always = () => true;

async function showVersions(): Promise<void> {
  const { document } = app.getState();
  if (!document) return;
  const answer = await desktop.invoke('history.list', { ticket: document.ticket });
  if (answer.ok) app.openDialog({ kind: 'versions', entries: answer.value.entries });
  else app.notify({ tone: 'error', text: answer.message });
}

export const fileActions: readonly Action[] = [
  {
    id: 'file.new',
    label: 'New design',
    group: 'File',
    icon: FilePlus2,
    shortcuts: ['Mod+N'],
    isEnabled: always,
    run: newDocument,
  },
  {
    id: 'file.open',
    label: 'Open…',
    group: 'File',
    icon: FolderOpen,
    shortcuts: ['Mod+O'],
    isEnabled: always,
    run: openDocument,
  },
  {
    id: 'file.save',
    label: 'Save',
    group: 'File',
    icon: Save,
    shortcuts: ['Mod+S'],
    isEnabled: hasDocument,
    run: saveDocument,
  },
  {
    id: 'file.saveAs',
    label: 'Save as…',
    group: 'File',
    icon: SaveAll,
    shortcuts: ['Mod+Shift+S'],
    isEnabled: hasDocument,
    run: saveDocumentAs,
  },
  {
    id: 'file.duplicate',
    label: 'Duplicate as new design',
    group: 'File',
    icon: CopyPlus,
    isEnabled: ({ document, design }) => document !== null && design.elements.size > 0,
    run: duplicateDocument,
  },
  {
    id: 'file.export',
    label: 'Export template…',
    group: 'File',
    icon: Download,
    shortcuts: ['Mod+E'],
    isEnabled: hasDocument,
    run: () => app.openDialog({ kind: 'export' }),
  },
  {
    id: 'file.history',
    label: 'Previous versions…',
    group: 'File',
    icon: History,
    isEnabled: hasDocument,
    run: showVersions,
  },
];
