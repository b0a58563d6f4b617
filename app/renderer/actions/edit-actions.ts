import {
  ArrowLeftRight,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Group,
  Pencil,
  Redo2,
  Scissors,
  Shapes,
  SquareDashed,
  Trash2,
  Undo2,
} from 'lucide-react';
import { reverseConnection } from '../../../shared/commands/reverse-connection';
import { app } from '../store/app';
import { isSelectionEmpty } from '../store/selection';
import type { AppState } from '../store/state';
import { type Action, hasDocument, hasSelectedElements } from './action';
import { deleteSelection, duplicateSelection } from './clipboard';
import { besideOrInside, sameKind } from './widen-selection';

const onlyConnection = ({ selection }: AppState): string | undefined =>
  selection.elements.length === 0 && selection.connections.length === 1 ? selection.connections[0] : undefined;

function selectAll(): void {
  const { design } = app.getState();
  app.select({ elements: [...design.elements.keys()], connections: [...design.connections.keys()] });
  app.announce(`${design.elements.size} elements selected`);
}

/** Selects what belongs to the selection in some way, and says how many there are. */
function widen(find: (design: AppState['design'], ids: readonly string[]) => readonly string[]): void {
  const { design, selection } = app.getState();
  const elements = find(design, selection.elements);
  app.select({ elements });
  app.announce(elements.length === 1 ? '1 element selected' : `${elements.length} elements selected`);
}

/** The inspector's name field is where names are edited; the canvas may edit in place on its own. */
function rename(): void {
  app.setPanels({ inspectorOpen: true });
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>('[data-field="name"]');
    field?.focus();
    field?.select();
  });
}

function reverse(): void {
  const id = onlyConnection(app.getState());
  if (id !== undefined) app.dispatch('Reverse connection', (design) => reverseConnection(design, { id }));
}

export const editActions: readonly Action[] = [
  {
    id: 'edit.undo',
    label: ({ history }) => (history.past.length > 0 ? `Undo ${history.past.at(-1)?.name}` : 'Undo'),
    group: 'Edit',
    icon: Undo2,
    shortcuts: ['Mod+Z'],
    isEnabled: ({ history, gesture }) => history.past.length > 0 || gesture !== null,
    run: app.undo,
  },
  {
    id: 'edit.redo',
    label: ({ history }) => (history.future.length > 0 ? `Redo ${history.future[0]?.name}` : 'Redo'),
    group: 'Edit',
    icon: Redo2,
    shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
    isEnabled: ({ history }) => history.future.length > 0,
    run: app.redo,
  },
  {
    id: 'edit.cut',
    label: 'Cut',
    group: 'Edit',
    icon: Scissors,
    shortcuts: ['Mod+X'],
    isEnabled: hasSelectedElements,
    run: () => document.execCommand('cut'),
  },
  {
    id: 'edit.copy',
    label: 'Copy',
    group: 'Edit',
    icon: Copy,
    shortcuts: ['Mod+C'],
    isEnabled: hasSelectedElements,
    run: () => document.execCommand('copy'),
  },
  {
    id: 'edit.paste',
    label: 'Paste',
    group: 'Edit',
    icon: ClipboardPaste,
    shortcuts: ['Mod+V'],
    isEnabled: hasDocument,
    run: () => document.execCommand('paste'),
  },
  {
    id: 'edit.duplicate',
    label: 'Duplicate',
    group: 'Edit',
    icon: CopyPlus,
    shortcuts: ['Mod+D'],
    isEnabled: hasSelectedElements,
    run: duplicateSelection,
  },
  {
    id: 'edit.delete',
    label: 'Delete',
    group: 'Edit',
    icon: Trash2,
    shortcuts: ['Delete', 'Backspace'],
    isEnabled: ({ selection }) => !isSelectionEmpty(selection),
    run: deleteSelection,
  },
  {
    id: 'edit.selectAll',
    label: 'Select all',
    group: 'Edit',
    icon: SquareDashed,
    shortcuts: ['Mod+A'],
    isEnabled: ({ design }) => design.elements.size > 0,
    run: selectAll,
  },
  {
    id: 'edit.selectSameKind',
    label: 'Select same kind',
    group: 'Edit',
    icon: Shapes,
    isEnabled: hasSelectedElements,
    run: () => widen(sameKind),
  },
  {
    id: 'edit.selectInside',
    label: 'Select in container',
    group: 'Edit',
    icon: Group,
    isEnabled: hasSelectedElements,
    run: () => widen(besideOrInside),
  },
  {
    id: 'edit.rename',
    label: 'Rename',
    group: 'Edit',
    icon: Pencil,
    shortcuts: ['F2'],
    isEnabled: ({ selection }) => selection.elements.length === 1,
    run: rename,
  },
  {
    id: 'edit.reverseConnection',
    label: 'Reverse connection',
    group: 'Edit',
    icon: ArrowLeftRight,
    isEnabled: (state) => onlyConnection(state) !== undefined,
    run: reverse,
  },
];
