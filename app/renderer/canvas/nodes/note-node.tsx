import type { NodeProps } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';
import { kinds } from '../../../../shared/catalog/services';
import { changeSettings } from '../../../../shared/commands/change-settings';
import { app, useApp } from '../../store/app';
import { gestures, useGesture } from '../interaction/gestures';
import type { FlowNode } from '../projection/flow-types';
import { NodeFrame } from './node-frame';
import { ResizeHandle } from './resize-handle';
import { selectDrawn } from './slices';

const LONGEST_TEXT = 10_000;

const NoteEditor = ({ id, text }: { readonly id: string; readonly text: string }) => {
  const area = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    area.current?.focus();
  }, []);
  const finish = (isKept: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const next = area.current?.value ?? text;
    if (isKept && next !== text)
      app.dispatch('Edit note', (design) => changeSettings(design, { ids: [id], settings: { text: next } }));
    gestures.setState({ renaming: null });
    requestAnimationFrame(() => app.canvas()?.focus(id));
  };
  return (
    <textarea
      ref={area}
      className="canvas-note__area nodrag nopan nowheel nokey"
      aria-label="Note text"
      defaultValue={text}
      maxLength={LONGEST_TEXT}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') finish(false);
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(true);
      }}
    />
  );
};

/** Text on the drawing; edited where it stands. */
export const NoteNode = memo(({ id, selected, data }: NodeProps<FlowNode>) => {
  const element = useApp(selectDrawn(id));
  const isEditing = useGesture(({ renaming }) => renaming === id);
  if (!element) return null;
  const { text } = kinds.note.read(element.settings);
  return (
    <NodeFrame id={id} className="canvas-note" selected={selected} mark={data.mark}>
      {isEditing ? (
        <NoteEditor id={id} text={text} />
      ) : (
        <p className="canvas-note__text" dir="auto">
          {text === '' ? <span className="canvas-note__hint">Double-click to write</span> : text}
        </p>
      )}
      {selected && !element.locked ? <ResizeHandle id={id} /> : null}
    </NodeFrame>
  );
});
NoteNode.displayName = 'NoteNode';
