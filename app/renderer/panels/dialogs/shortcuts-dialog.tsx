import { labelOf } from '../../actions/action';
import { allActions } from '../../actions/registry';
import { app, useApp } from '../../store/app';
import { Dialog } from '../../ui/dialog';
import { Kbd } from '../../ui/kbd';

const groups = ['File', 'Edit', 'View', 'Tools', 'Design', 'Help'] as const;

/** Keys that belong to the canvas itself and are no actions. */
const canvasKeys = [
  { label: 'Move what is selected', keys: ['Arrow keys'] },
  { label: 'Leave: gesture, preview, tool, selection', keys: ['Esc'] },
  { label: 'Pan', keys: ['Space+drag'] },
];

const Keys = ({ label, keys }: { label: string; keys: readonly string[] }) => (
  <div className="shortcuts__row">
    <dt>{label}</dt>
    <dd>
      {keys.map((key) => (
        <Kbd key={key} shortcut={key} />
      ))}
    </dd>
  </div>
);

export const ShortcutsDialog = () => {
  const state = useApp((whole) => whole);
  return (
    <Dialog open onClose={app.closeDialog} title="Keyboard shortcuts" isText>
      {groups.map((group) => {
        const actions = allActions.filter((action) => action.group === group && action.shortcuts);
        if (actions.length === 0) return null;
        return (
          <section key={group} aria-label={group}>
            <h3 className="shortcuts__group">{group}</h3>
            <dl>
              {actions.map((action) => (
                <Keys key={action.id} label={labelOf(action, state)} keys={action.shortcuts?.slice(0, 1) ?? []} />
              ))}
            </dl>
          </section>
        );
      })}
      <h3 className="shortcuts__group">Canvas</h3>
      <dl>
        {canvasKeys.map(({ label, keys }) => (
          <Keys key={label} label={label} keys={keys} />
        ))}
      </dl>
    </Dialog>
  );
};
