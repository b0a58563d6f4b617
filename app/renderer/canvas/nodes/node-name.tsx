import { type ReactNode, useEffect, useRef } from 'react';
import { renameElement } from '../../../../shared/commands/rename-element';
import { app } from '../../store/app';
import { gestures, useGesture } from '../interaction/gestures';

const LONGEST_NAME = 255;

function stopRenaming(id: string): void {
  gestures.setState({ renaming: null });
  requestAnimationFrame(() => app.canvas()?.focus(id));
}

const NameEditor = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (isKept: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const next = input.current?.value.trim() ?? '';
    if (isKept && next !== '' && next !== name)
      app.dispatch(`Rename to ${next}`, (design) => renameElement(design, { id, name: next }));
    stopRenaming(id);
  };
  return (
    <input
      ref={input}
      className="canvas-name__input nodrag nopan nokey"
      aria-label="Name"
      defaultValue={name}
      maxLength={LONGEST_NAME}
      spellCheck={false}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
};

/** Long names without spaces, such as domains, may break behind their dots and dashes. */
function breakable(name: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const piece of name.split(/(?<=[.\-_/])/)) {
    if (at > 0) parts.push(<wbr key={at} />);
    parts.push(piece);
    at += piece.length;
  }
  return parts;
}

/** No more is drawn of a name than could ever be seen; the tooltip and the inspector have it whole. */
const LONGEST_SHOWN = 200;

/** The name of an element; a field while it is being renamed in place. */
export const NodeName = ({
  id,
  name,
  lines,
}: {
  readonly id: string;
  readonly name: string;
  readonly lines: 1 | 2;
}) => {
  const isRenaming = useGesture(({ renaming }) => renaming === id);
  if (isRenaming) return <NameEditor id={id} name={name} />;
  const shown = name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name;
  return (
    <span className="canvas-name" data-lines={lines} dir="auto" title={name}>
      {lines === 2 ? breakable(shown) : shown}
    </span>
  );
};
