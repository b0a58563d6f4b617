import { focusActions } from '../focus/focus-actions';
import { outageActions } from '../outage/outage-actions';
import { app } from '../store/app';
import type { MenuItem } from '../ui/menu';
import { type Action, type ActionId, labelOf } from './action';
import { arrangeActions } from './arrange-actions';
import { autoArrangeActions } from './auto-arrange-actions';
import { collapseActions } from './collapse-actions';
import { connectionActions } from './connection-actions';
import { decisionActions } from './decision-actions';
import { designActions } from './design-actions';
import { editActions } from './edit-actions';
import { fileActions } from './file-actions';
import { groupActions } from './group-actions';
import { layerActions } from './layer-actions';
import { stackingActions } from './stacking-actions';
import { viewActions } from './view-actions';

export const allActions: readonly Action[] = [
  ...fileActions,
  ...editActions,
  ...autoArrangeActions,
  ...connectionActions,
  ...collapseActions,
  ...arrangeActions,
  ...stackingActions,
  ...groupActions,
  ...viewActions,
  ...layerActions,
  ...outageActions,
  ...focusActions,
  ...designActions,
  ...decisionActions,
];

const byId: ReadonlyMap<string, Action> = new Map(allActions.map((action) => [action.id, action]));

export const findAction = (id: ActionId): Action | undefined => byId.get(id);

/** Runs an action where it is enabled; says so to screen readers where it is not. */
export function runAction(id: ActionId): void {
  const action = byId.get(id);
  if (!action) return;
  const state = app.getState();
  if (action.isEnabled(state)) void action.run();
  else app.announce(`${labelOf(action, state)} is not available now`);
}

/** Menu entries for actions, in their order; for dropdown and context menus. */
export const menuItems = (...ids: ActionId[]): MenuItem[] =>
  ids.flatMap((id) => {
    const action = byId.get(id);
    if (!action) return [];
    const state = app.getState();
    return [
      {
        id,
        label: labelOf(action, state),
        icon: action.icon,
        shortcut: action.shortcuts?.[0],
        disabled: !action.isEnabled(state),
        run: () => runAction(id),
      },
    ];
  });
