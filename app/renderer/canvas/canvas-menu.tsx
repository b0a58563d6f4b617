import { Cable, Pencil } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { collapseProblem } from '../../../shared/commands/collapse-element';
import { menuItems } from '../actions/registry';
import { app } from '../store/app';
import { ContextMenu, type MenuSection } from '../ui/menu';
import { openConnectSearch } from './interaction/connect-menu-state';
import { startRenaming } from './interaction/use-canvas-keys';
import { isContainerKind } from './projection/drawing-order';

/** What can be done with the selection, or with the drawing where nothing is selected. */
function listSections(): MenuSection[] {
  const { selection, design, outage } = app.getState();
  if (outage) return [{ items: menuItems('view.outage', 'view.fit') }];
  const [id] = selection.elements;
  const single = selection.elements.length === 1 && id !== undefined ? design.elements.get(id) : undefined;
  const onElement = single
    ? [{ id: 'rename', label: 'Rename', icon: Pencil, shortcut: 'F2', run: () => startRenaming(single.id) }]
    : [];
  const onService =
    single && !isContainerKind(single.kind) && single.kind !== 'note'
      ? [
          {
            id: 'connect',
            label: 'Connect to…',
            icon: Cable,
            shortcut: 'Shift+C',
            run: () => openConnectSearch(single.id),
          },
        ]
      : [];
  const onContainer = selection.elements.some((element) => collapseProblem(design, element) === undefined);
  const onConnection =
    selection.connections.length === 1
      ? menuItems('edit.reverseConnection', 'edit.reattachStart', 'edit.reattachEnd', 'edit.straightenConnection')
      : [];
  return [
    { items: [...onElement, ...onService, ...onConnection] },
    { items: menuItems('edit.cut', 'edit.copy', 'edit.paste', 'edit.duplicate') },
    {
      items: [
        ...(onContainer ? menuItems('edit.collapse') : []),
        ...(single ? menuItems('edit.selectSameKind', 'edit.selectInside') : []),
        ...(selection.elements.length + selection.connections.length > 0 ? menuItems('view.focus') : []),
        ...menuItems('edit.selectAll', 'view.fit'),
      ],
    },
    { items: menuItems('arrange.tidy', 'arrange.anew') },
    {
      items:
        selection.elements.length === 0
          ? []
          : menuItems('arrange.front', 'arrange.forward', 'arrange.backward', 'arrange.back', 'edit.lock'),
    },
    { items: menuItems('edit.delete') },
  ];
}

export const CanvasMenu = ({ children }: { readonly children: ReactElement }) => {
  const [sections, setSections] = useState<MenuSection[]>([]);
  return (
    <ContextMenu sections={sections} onOpenChange={(open) => (open ? setSections(listSections()) : undefined)}>
      {children}
    </ContextMenu>
  );
};
