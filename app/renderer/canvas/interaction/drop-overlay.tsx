import { createPortal } from 'react-dom';
import { Icon } from '../icons';
import { useGesture } from './gestures';

/** What follows the pointer during a drag: the thing itself, and where it would go or why it cannot. */
export const DropOverlay = () => {
  const drop = useGesture((state) => state.drop);
  const connecting = useGesture((state) => state.connecting);
  const pointer = drop?.pointer ?? connecting?.pointer;
  const reason = drop?.reason ?? connecting?.reason ?? null;
  const note = drop?.note ?? null;
  const ghost = drop?.ghost ?? null;
  if (!pointer || (!ghost && reason === null && note === null)) return null;
  return createPortal(
    <div className="canvas-drag" style={{ transform: `translate(${pointer.x}px, ${pointer.y}px)` }}>
      {ghost ? (
        <span className="canvas-drag__ghost">
          <Icon icon={ghost.icon} size={24} />
          {ghost.label}
        </span>
      ) : null}
      {reason === null && note === null ? null : (
        <span className="canvas-drag__why" data-legal={reason === null ? '' : undefined} role="status">
          {reason ?? note}
        </span>
      )}
    </div>,
    document.body,
  );
};
