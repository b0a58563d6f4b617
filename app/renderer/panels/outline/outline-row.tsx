import { ChevronRight } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { KindIcon } from '../../canvas/icons';
import { describeElement } from '../../canvas/projection/element-label';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { isSelected, selectFindings } from '../../store/selectors';
import { SeverityIcon } from '../../ui/badge';
import type { OutlineRow } from './outline-tree';

export const ROW_HEIGHT = 28;
const INDENT = 14;
const LONGEST_NAME = 255;

export const rowDomId = (id: string): string => `outline-${id}`;

const NameInput = ({ name, onDone }: { readonly name: string; readonly onDone: (next: string | null) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => input.current?.select(), []);
  const finish = (isKept: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(isKept ? (input.current?.value.trim() ?? '') : null);
  };
  return (
    <input
      ref={input}
      className="outline__input"
      aria-label="Name"
      defaultValue={name}
      maxLength={LONGEST_NAME}
      spellCheck={false}
      // biome-ignore lint/a11y/noAutofocus: renaming was asked for, so typing goes here
      autoFocus
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
};

const Findings = ({ id }: { readonly id: string }) => {
  const findings = useApp(selectFindings(id));
  const faults = findings.filter(({ status }) => status === 'fail');
  const [worst] = faults;
  if (!worst) return null;
  return (
    <span className="outline__findings ui-numeric" aria-hidden="true">
      <SeverityIcon tone={worst.severity} size={12} />
      {faults.length}
    </span>
  );
};

export interface RowProps {
  readonly row: OutlineRow;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly isRenaming: boolean;
  onFold(id: string, isFolded: boolean): void;
  onPick(id: string, isAdding: boolean): void;
  onStartRename(id: string): void;
  onRenamed(id: string, next: string | null): void;
}

/** One element: name, icon and findings; a click selects it on the canvas too. */
export const OutlineLine = memo((props: RowProps) => {
  const { row, index, isCurrent, isRenaming, onFold, onPick, onStartRename, onRenamed } = props;
  const { element, level, position, siblings, isExpandable, isExpanded } = row;
  const { id, name, kind } = element;
  const selected = useApp(isSelected(id));
  const count = useApp((state) => selectFindings(id)(state).length);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the tree around it has the focus and takes the keys
    <div
      id={rowDomId(id)}
      role="treeitem"
      className="outline__row"
      style={{ top: index * ROW_HEIGHT, paddingLeft: 8 + (level - 1) * INDENT }}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      aria-label={describeElement(element, undefined, count)}
      {...(isExpandable ? { 'aria-expanded': isExpanded } : {})}
      data-outline-id={id}
      data-current={isCurrent ? '' : undefined}
      onPointerEnter={() => app.hover(id)}
      onPointerLeave={() => app.hover(null)}
      onClick={(event) => onPick(id, event.shiftKey || event.ctrlKey || event.metaKey)}
      onDoubleClick={() => onStartRename(id)}
      onContextMenu={() => (selected ? undefined : onPick(id, false))}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the left and right arrow keys fold and unfold */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a part of the tree item, which says whether it is unfolded */}
      <span
        className="outline__twist"
        data-expanded={isExpanded ? '' : undefined}
        onClick={(event) => {
          event.stopPropagation();
          if (isExpandable) onFold(id, isExpanded);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {isExpandable ? <ChevronRight size={14} aria-hidden="true" /> : null}
      </span>
      <KindIcon kind={kind} size={16} />
      {isRenaming ? (
        <NameInput name={name} onDone={(next) => onRenamed(id, next)} />
      ) : (
        <span className="outline__name ui-truncate" dir="auto" title={shorten(name, 300)}>
          {shorten(name, 120)}
        </span>
      )}
      <Findings id={id} />
    </div>
  );
});
OutlineLine.displayName = 'OutlineLine';
