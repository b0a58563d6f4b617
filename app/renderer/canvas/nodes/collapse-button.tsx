import { ChevronDown, ChevronRight } from 'lucide-react';
import { shorten } from '../../format';
import { setCollapsed } from '../interaction/collapsing';

interface CollapseButtonProps {
  readonly id: string;
  readonly name: string;
  readonly isCollapsed: boolean;
}

/** The chevron of a container. The keyboard has the action, which all containers share; so it is no stop of its own. */
export const CollapseButton = ({ id, name, isCollapsed }: CollapseButtonProps) => {
  const label = `${isCollapsed ? 'Expand' : 'Collapse'} ${shorten(name, 40)}`;
  const Chevron = isCollapsed ? ChevronRight : ChevronDown;
  return (
    <button
      type="button"
      className="canvas-chevron nodrag nopan"
      tabIndex={-1}
      aria-label={label}
      title={label}
      aria-expanded={!isCollapsed}
      onClick={(event) => {
        event.stopPropagation();
        setCollapsed([id], !isCollapsed);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Chevron size={14} aria-hidden="true" />
    </button>
  );
};
