import type { Core } from './core';
import type { DialogState } from './dialogs';
import { emptySelection, type Selection, sameSelection } from './selection';
import type { DrawerTab, Highlight, View } from './state';

export interface Viewing {
  select(selection: Partial<Selection>): void;
  hover(id: string | null): void;
  highlight(highlight: Highlight | null): void;
  setView(patch: Partial<View>): void;
  setPanels(patch: Partial<View['panels']>): void;
  /** Opens the drawer on a tab; closes it where the tab is open already. */
  toggleDrawer(tab: DrawerTab): void;
  openDialog(dialog: DialogState): void;
  closeDialog(): void;
  closeMessage(id: string): void;
  /** Says a sentence to screen readers. */
  announce(text: string): void;
}

export const makeViewing = (core: Core): Viewing => {
  const setView = (patch: Partial<View>) => core.set({ view: { ...core.get().view, ...patch } });
  const setPanels = (patch: Partial<View['panels']>) => setView({ panels: { ...core.get().view.panels, ...patch } });
  return {
    select: (selection) => {
      const next = { ...emptySelection, ...selection };
      // What was lit up belonged to the former selection.
      if (!sameSelection(next, core.get().selection)) core.set({ selection: next, highlight: null });
    },
    hover: (id) => {
      if (core.get().hover !== id) core.set({ hover: id });
    },
    highlight: (highlight) => {
      if (core.get().highlight !== highlight) core.set({ highlight });
    },
    setView,
    setPanels,
    toggleDrawer: (tab) => {
      const { panels, drawerTab } = core.get().view;
      const isShown = panels.drawerOpen && drawerTab === tab;
      setView({ drawerTab: tab, panels: { ...panels, drawerOpen: !isShown } });
    },
    openDialog: (dialog) => core.set({ dialog }),
    closeDialog: () => core.set({ dialog: null }),
    closeMessage: (id) => core.set({ messages: core.get().messages.filter((message) => message.id !== id) }),
    announce: (text) => core.set({ announcement: text }),
  };
};
