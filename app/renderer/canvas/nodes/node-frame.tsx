import { Lock, Plus } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { selectElementUnfocused } from '../../focus/focus-view';
import { OutageMark } from '../../outage/outage-mark';
import type { OutageState } from '../../outage/outage-view';
import { selectOutageState } from '../../outage/use-outage';
import { useApp } from '../../store/app';
import { partInGesture, useGesture } from '../interaction/gestures';
import type { Mark } from '../projection/flow-types';
import { useIsFar } from './far';
import { FindingBadge } from './finding-badge';
import { type FindingMark, findingMark, type Light, selectElementLight, selectLocked, useDerived } from './slices';

export interface NodeFrameProps {
  readonly id: string;
  readonly className: string;
  readonly selected: boolean;
  readonly mark: Mark | null;
  /** Containers keep their light when the pointer brings out a path. */
  readonly fades?: boolean;
  readonly style?: CSSProperties;
  /** Further data attributes the style sheet looks at. */
  readonly tint?: string | undefined;
  /** What the badge and outline show; the element's own findings unless others are given. */
  readonly finding?: FindingMark | null;
  readonly outage?: OutageState | undefined;
  readonly light?: Light | undefined;
  readonly children?: ReactNode;
}

/** What all nodes share: outline by finding, selection and gesture, the badge, the marks of a shown fix. */
export const NodeFrame = (props: NodeFrameProps) => {
  const { id, className, selected, mark, fades, style, tint, children } = props;
  const own = useDerived(findingMark(id));
  const finding = props.finding === undefined ? own : props.finding;
  const ownLight = useApp(selectElementLight(id));
  const light = props.light ?? ownLight;
  const part = useGesture(partInGesture(id));
  const ownOutage = useApp(selectOutageState(id));
  const outage = props.outage ?? ownOutage;
  const isLocked = useApp(selectLocked(id));
  const isUnfocused = useApp(selectElementUnfocused(id));
  const isFar = useIsFar();
  return (
    <div
      className={`canvas-node ${className}`}
      style={style}
      data-tint={tint}
      data-selected={selected ? '' : undefined}
      data-tone={finding && finding.tone !== 'unknown' ? finding.tone : undefined}
      data-light={light === 'faded' && fades !== true ? 'plain' : light}
      data-part={part ?? undefined}
      data-mark={mark ?? undefined}
      data-outage={outage}
      data-focus={isUnfocused ? 'out' : undefined}
      data-far={isFar ? '' : undefined}
    >
      {/* React Flow looks for the ends of lines when it measures a node; ours float, so one in the middle will do. */}
      <i className="canvas-node__port source target" data-handlepos="top" aria-hidden="true" />
      {isFar ? null : children}
      {isFar || !finding ? null : <FindingBadge mark={finding} />}
      {isFar || !outage ? null : <OutageMark id={id} state={outage} />}
      {isLocked && !isFar ? (
        <span className="canvas-node__lock" role="img" aria-label="Locked">
          <Lock size={10} strokeWidth={2.5} aria-hidden="true" />
        </span>
      ) : null}
      {mark === 'added' && !isFar ? (
        <span className="canvas-node__plus" role="img" aria-label="Added by the fix">
          <Plus size={12} strokeWidth={3} aria-hidden="true" />
        </span>
      ) : null}
    </div>
  );
};
