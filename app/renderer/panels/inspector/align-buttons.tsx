import { labelOf } from '../../actions/action';
import { arrangeActions } from '../../actions/arrange-actions';
import { runAction } from '../../actions/registry';
import { useApp } from '../../store/app';
import { IconButton } from '../../ui/button';

/** Brings the selected elements into line. */
export const AlignButtons = () => {
  const state = useApp((whole) => whole);
  return (
    <div className="inspector__align" role="toolbar" aria-label="Align and distribute">
      {arrangeActions.map((action) =>
        action.icon ? (
          <IconButton
            key={action.id}
            size="small"
            side="bottom"
            icon={action.icon}
            label={labelOf(action, state)}
            disabled={!action.isEnabled(state)}
            onClick={() => runAction(action.id)}
          />
        ) : null,
      )}
    </div>
  );
};
