/** What the canvas does for menus, shortcuts and lists while it is on screen. */
export interface CanvasPort {
  zoomIn(): void;
  zoomOut(): void;
  /** 1 is 100 %. */
  zoomTo(zoom: number): void;
  /** Shows the whole design. */
  fit(): void;
  /** Shows elements and connections as large as they fit, never above 100 %. */
  show(ids: readonly string[]): void;
  /** Lets everything that moves next glide to its new place; at once where motion is unwelcome. */
  glide(): void;
  /** Brings elements and connections into view without changing the zoom more than needed. */
  reveal(ids: readonly string[]): void;
  /** Moves keyboard focus to the canvas, to an element where one is named. */
  focus(id?: string): void;
  /** The middle of what is visible, in canvas coordinates: where keyboard insertions go. */
  visibleCentre(): { readonly x: number; readonly y: number };
}
