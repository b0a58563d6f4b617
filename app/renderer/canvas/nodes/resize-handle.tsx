import { resizeElement } from '../../../../shared/commands/resize-element';
import { app } from '../../store/app';
import { currentStage } from '../interaction/stage';
import { trackPointer } from '../interaction/track-pointer';

const STEP = 16;

function startResizing(id: string, pressed: PointerEvent): void {
  const stage = currentStage();
  const element = app.getState().design.elements.get(id);
  if (!stage || !element) return;
  const { frame, name } = element;
  const start = stage.toCanvas({ x: pressed.clientX, y: pressed.clientY });
  app.beginGesture(`Resize ${name}`);
  trackPointer({
    onMove: (event) => {
      const now = stage.toCanvas({ x: event.clientX, y: event.clientY });
      const size = { width: frame.width + now.x - start.x, height: frame.height + now.y - start.y };
      app.dispatch(`Resize ${name}`, (design) => resizeElement(design, { id, frame: { ...frame, ...size } }));
    },
    onDrop: () => app.commitGesture(),
    onCancel: () => app.cancelGesture(),
  });
}

const GROWTH: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [STEP, 0],
  ArrowLeft: [-STEP, 0],
  ArrowDown: [0, STEP],
  ArrowUp: [0, -STEP],
};

function resizeBy(id: string, [width, height]: readonly [number, number]): void {
  const element = app.getState().design.elements.get(id);
  if (!element) return;
  const frame = { ...element.frame, width: element.frame.width + width, height: element.frame.height + height };
  app.dispatch(`Resize ${element.name}`, (design) => resizeElement(design, { id, frame }));
}

/** The lower right corner of a selected container or note; dragged, or moved with the arrow keys. */
export const ResizeHandle = ({ id }: { readonly id: string }) => (
  <button
    type="button"
    className="canvas-resize nodrag nopan"
    aria-label="Resize"
    onPointerDown={(event) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      startResizing(id, event.nativeEvent);
    }}
    onKeyDown={(event) => {
      const growth = GROWTH[event.key];
      if (!growth) return;
      event.preventDefault();
      event.stopPropagation();
      resizeBy(id, growth);
    }}
  />
);
