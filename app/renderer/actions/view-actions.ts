import {
  Cable,
  Code,
  Command,
  Hand,
  ListTree,
  Maximize,
  MousePointer2,
  PanelRight,
  Scan,
  Search,
  StickyNote,
  TriangleAlert,
  Wallet,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { Theme } from '../../../shared/ipc/settings';
import { desktop } from '../desktop';
import { app } from '../store/app';
import { isSelectionEmpty } from '../store/selection';
import type { DrawerTab, Tool } from '../store/state';
import { type Action, hasDocument } from './action';
import { focusRegion } from './focus-region';

const themeAction = (theme: Theme, label: string): Action => ({
  id: `view.theme.${theme}`,
  label,
  group: 'View',
  isEnabled: () => true,
  run: async () => {
    const answer = await desktop.invoke('settings.set', { theme });
    if (answer.ok) app.setView({ theme: answer.value.theme });
  },
});

const toolAction = (tool: Tool, label: string, icon: Action['icon'], key: string): Action => ({
  id: `tool.${tool}`,
  label,
  group: 'Tools',
  ...(icon ? { icon } : {}),
  shortcuts: [key],
  isEnabled: hasDocument,
  run: () => app.setView({ tool }),
});

const drawerAction = (id: Action['id'], tab: DrawerTab, label: string, icon: Action['icon'], key: string): Action => ({
  id,
  label,
  group: 'View',
  ...(icon ? { icon } : {}),
  shortcuts: [key],
  isEnabled: hasDocument,
  run: () => app.toggleDrawer(tab),
});

/** Opens the bar that finds elements; goes back to it where it is open. */
function showFind(): void {
  app.setView({ findOpen: true });
  document.querySelector<HTMLInputElement>('[data-find-input]')?.select();
}

/** Opens the outline with the keyboard in it. */
function showOutline(): void {
  app.setPanels({ paletteOpen: true, outlineShown: true });
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="tree"]')?.focus());
}

function zoomToSelection(): void {
  const { elements, connections } = app.getState().selection;
  app.canvas()?.show([...elements, ...connections]);
}

const zoomActions: readonly Action[] = [
  {
    id: 'view.zoomIn',
    label: 'Zoom in',
    group: 'View',
    icon: ZoomIn,
    shortcuts: ['Mod+=', 'Mod++'],
    isEnabled: hasDocument,
    run: () => app.canvas()?.zoomIn(),
  },
  {
    id: 'view.zoomOut',
    label: 'Zoom out',
    group: 'View',
    icon: ZoomOut,
    shortcuts: ['Mod+-'],
    isEnabled: hasDocument,
    run: () => app.canvas()?.zoomOut(),
  },
  {
    id: 'view.zoom100',
    label: 'Zoom to 100 %',
    group: 'View',
    shortcuts: ['Mod+0'],
    isEnabled: hasDocument,
    run: () => app.canvas()?.zoomTo(1),
  },
  {
    id: 'view.fit',
    label: 'Zoom to fit',
    group: 'View',
    icon: Maximize,
    shortcuts: ['Mod+1'],
    isEnabled: hasDocument,
    run: () => app.canvas()?.fit(),
  },
  {
    id: 'view.fitSelection',
    label: 'Zoom to selection',
    group: 'View',
    icon: Scan,
    shortcuts: ['Mod+2'],
    isEnabled: ({ selection }) => !isSelectionEmpty(selection),
    run: zoomToSelection,
  },
];

const searchActions: readonly Action[] = [
  {
    id: 'view.commands',
    label: 'Command palette…',
    group: 'View',
    icon: Command,
    shortcuts: ['Mod+K', 'Mod+Shift+P'],
    isEnabled: () => true,
    run: () => app.openDialog({ kind: 'commands' }),
  },
  {
    id: 'edit.find',
    label: 'Find on canvas…',
    group: 'Edit',
    icon: Search,
    shortcuts: ['Mod+F'],
    isEnabled: hasDocument,
    run: showFind,
  },
];

const panelActions: readonly Action[] = [
  {
    id: 'view.togglePalette',
    label: 'Palette',
    group: 'View',
    icon: ListTree,
    shortcuts: ['Mod+Alt+1'],
    isEnabled: hasDocument,
    run: () => app.setPanels({ paletteOpen: !app.getState().view.panels.paletteOpen }),
  },
  {
    id: 'view.toggleInspector',
    label: 'Inspector',
    group: 'View',
    icon: PanelRight,
    shortcuts: ['Mod+Alt+2'],
    isEnabled: hasDocument,
    run: () => app.setPanels({ inspectorOpen: !app.getState().view.panels.inspectorOpen }),
  },
  {
    id: 'view.outline',
    label: 'Outline',
    group: 'View',
    icon: ListTree,
    shortcuts: ['Mod+Shift+O'],
    isEnabled: hasDocument,
    run: showOutline,
  },
  drawerAction('view.toggleProblems', 'problems', 'Problems', TriangleAlert, 'Mod+Alt+3'),
  drawerAction('view.toggleCost', 'cost', 'Cost', Wallet, 'Mod+Alt+4'),
  drawerAction('view.toggleCode', 'code', 'Code', Code, 'Mod+Alt+5'),
  {
    id: 'view.nextRegion',
    label: 'Next region of the window',
    group: 'View',
    shortcuts: ['F6'],
    isEnabled: () => true,
    run: () => focusRegion(1),
  },
  {
    id: 'view.previousRegion',
    label: 'Previous region of the window',
    group: 'View',
    shortcuts: ['Shift+F6'],
    isEnabled: () => true,
    run: () => focusRegion(-1),
  },
];

export const viewActions: readonly Action[] = [
  ...zoomActions,
  ...searchActions,
  ...panelActions,
  themeAction('system', 'Theme: follow the system'),
  themeAction('light', 'Theme: light'),
  themeAction('dark', 'Theme: dark'),
  toolAction('select', 'Select', MousePointer2, 'V'),
  toolAction('hand', 'Hand', Hand, 'H'),
  toolAction('connect', 'Connect', Cable, 'C'),
  toolAction('note', 'Note', StickyNote, 'N'),
];
