export interface PointerTrack {
  onMove(event: PointerEvent): void;
  /** The button was released. */
  onDrop(event: PointerEvent): void;
  /** Escape, a lost pointer, a window that lost the focus: nothing is to happen. */
  onCancel(): void;
}

/** Follows the pointer until its button is released; Escape calls it off. */
export function trackPointer({ onMove, onDrop, onCancel }: PointerTrack): void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  const cancel = (): void => {
    stop.abort();
    onCancel();
  };
  window.addEventListener('pointermove', onMove, options);
  window.addEventListener(
    'pointerup',
    (event) => {
      stop.abort();
      onDrop(event);
    },
    options,
  );
  window.addEventListener('pointercancel', cancel, options);
  // Not captured: elements that lose the focus are no reason to stop.
  window.addEventListener('blur', cancel, { signal: stop.signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    },
    options,
  );
}
