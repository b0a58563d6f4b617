import { CopyPlus, Download, FilePlus2, FolderOpen, History, Image, LayoutTemplate, Save, SaveAll } from 'lucide-react';
import { desktop } from '../desktop';
import { savePicture } from '../picture/save-picture';
import { duplicateDocument, newDocument, openDocument } from '../session/open-document';
import { askForTemplate } from '../session/own-templates';
import { saveDocument, saveDocumentAs } from '../session/save-document';
import { app } from '../store/app';
import type { AppState } from '../store/state';
import { type Action, hasDocument } from './action';

const always = () => true;
const hasDrawing = ({ document, design }: AppState): boolean => document !== null && design.elements.size > 0;

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
    isEnabled: hasDrawing,
    run: duplicateDocument,
  },
  {
    id: 'file.saveTemplate',
    label: 'Save as template…',
    group: 'File',
    icon: LayoutTemplate,
    isEnabled: hasDrawing,
    run: askForTemplate,
  },
  {
    id: 'file.export',
    label: 'Export…',
    group: 'File',
    icon: Download,
    shortcuts: ['Mod+E'],
    isEnabled: hasDocument,
    run: () => app.openDialog({ kind: 'export' }),
  },
  {
    id: 'file.exportPng',
    label: 'Export picture as PNG…',
    group: 'File',
    icon: Image,
    isEnabled: hasDrawing,
    run: () => savePicture('png'),
  },
  {
    id: 'file.exportSvg',
    label: 'Export picture as SVG…',
    group: 'File',
    icon: Image,
    isEnabled: hasDrawing,
    run: () => savePicture('svg'),
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
