import { Group, Ungroup } from 'lucide-react';
import { groupElements, ungroupElements } from '../../../shared/commands/group-elements';
import type { Design } from '../../../shared/model/design';
import { shorten } from '../format';
import { app } from '../store/app';
import type { AppState } from '../store/state';
import { type Action, hasSelectedElements } from './action';

export type GroupId = 'edit.group' | 'edit.ungroup';

const groupsAmong = (design: Design, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => design.elements.get(id)?.kind === 'group');

const hasGroup = ({ design, selection }: AppState): boolean => groupsAmong(design, selection.elements).length > 0;

function group(): void {
  const { design, selection } = app.getState();
  const ids = selection.elements;
  const outcome = app.dispatch(`Group ${ids.length === 1 ? '1 element' : `${ids.length} elements`}`, (current) =>
    groupElements(current, { ids, newId: app.newId }),
  );
  if (!outcome.ok) return;
  const added = [...app.getState().design.elements.keys()].filter((id) => !design.elements.has(id));
  app.select({ elements: added });
}

function ungroup(): void {
  const { design, selection } = app.getState();
  const ids = groupsAmong(design, selection.elements);
  const held = [...design.elements.values()].filter(({ parent }) => parent !== null && ids.includes(parent));
  const only = ids.length === 1 ? design.elements.get(ids[0] ?? '') : undefined;
  const name = only ? `Ungroup ${shorten(only.name, 40)}` : `Ungroup ${ids.length} groups`;
  if (app.dispatch(name, (current) => ungroupElements(current, { ids })).ok)
    app.select({ elements: held.map(({ id }) => id) });
}

/** Keeping things together on the drawing. */
export const groupActions: readonly Action[] = [
  {
    id: 'edit.group',
    label: 'Group',
    group: 'Edit',
    icon: Group,
    shortcuts: ['Mod+G'],
    isEnabled: hasSelectedElements,
    run: group,
  },
  {
    id: 'edit.ungroup',
    label: 'Ungroup',
    group: 'Edit',
    icon: Ungroup,
    shortcuts: ['Mod+Shift+G'],
    isEnabled: hasGroup,
    run: ungroup,
  },
];
