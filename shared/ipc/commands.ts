/** What a native menu item asks the page to do. The page's actions carry the same ids. */
export const menuCommands = [
  'file.new',
  'file.open',
  'file.save',
  'file.saveAs',
  'file.export',
  'file.history',
  'edit.undo',
  'edit.redo',
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.duplicate',
  'edit.delete',
  'edit.selectAll',
  'view.zoomIn',
  'view.zoomOut',
  'view.fit',
  'view.togglePalette',
  'view.toggleInspector',
  'view.toggleProblems',
  'view.toggleCost',
  'view.theme.system',
  'view.theme.light',
  'view.theme.dark',
] as const;

export type MenuCommand = (typeof menuCommands)[number];
