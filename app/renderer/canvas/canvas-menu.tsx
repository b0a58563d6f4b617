import { Cable, Pencil } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { collapseProblem } from '../../../shared/commands/collapse-element';
import { menuItems } from '../actions/registry';
import { chosenToArrange } from '../arrange/arrange-selection';
import { app } from '../store/app';
import { ContextMenu, type MenuItem, type MenuSection } from '../ui/menu';
import { openConnectSearch } from './interaction/connect-menu-state';
import { startRenaming } from './interaction/use-canvas-keys';
import { isContainerKind } from './projection/drawing-order';

/** Order, lock and groups; single steps of order have their keys. */
const listStacking = (ids: readonly string[]): MenuItem[] => {
  const isGroup = ids.some((id) => app.getState().design.elements.get(id)?.kind === 'group');
  return menuItems(
    'arrange.front',
    'arrange.back',
    ...(ids.length > 1 ? (['edit.group'] as const) : []),
    ...(isGroup ? (['edit.ungroup'] as const) : []),
    'edit.lock',
  );
};

/** What can be done with the selection, or with the drawing where nothing is selected. */
function listSections(): MenuSection[] {
  const { selection, design, outage } = app.getState();
  if (outage) return [{ items: menuItems('view.outage', 'view.fit') }];
  const [id] = selection.elements;
  const hasNone = id === undefined;
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
        ...menuItems('edit.selectAll', hasNone ? 'view.fit' : 'view.fitSelection'),
      ],
    },
    { items: chosenToArrange({ design, selection }) || hasNone ? menuItems('arrange.tidy', 'arrange.anew') : [] },
    { items: hasNone ? [] : listStacking(selection.elements) },
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
