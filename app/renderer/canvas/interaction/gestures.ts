import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GuideLine } from '../geometry/guides';
import type { Point } from '../geometry/rect';

/** What the pointer or the keyboard is doing on the canvas at this moment; nothing of it belongs to the design. */
export interface GestureState {
  /** An element on its way from the palette, or elements being moved: where a drop would go and what cannot take it. */
  readonly drop: DropState | null;
  readonly connecting: ConnectingState | null;
  /** Elements are being dragged, and lines go along with them. */
  readonly isMoving: boolean;
  /** Lines that show what the dragged elements are in line with. */
  readonly guides: readonly GuideLine[];
  /** Element whose name is being edited in place. */
  readonly renaming: string | null;
}

export interface DropState {
  /** Elements outlined as the place of the drop: the container, and the tier or subnets with it. */
  readonly targets: ReadonlySet<string>;
  /** Elements that cannot take it. */
  readonly dimmed: ReadonlySet<string>;
  /** Why the place under the pointer cannot take it; null where it can. */
  readonly reason: string | null;
  /** What happens on a drop here: "In Web tier, Availability Zone a"; null where nothing special. */
  readonly note: string | null;
  /** What follows the pointer; null where the elements themselves do. */
  readonly ghost: Ghost | null;
  /** Page pixels. */
  readonly pointer: Point;
}

export interface Ghost {
  readonly icon: string;
  readonly label: string;
}

export interface ConnectingState {
  /** The element at the end that holds. */
  readonly from: string;
  /** True where the line leads from the loose end to the one that holds. */
  readonly isReversed?: boolean;
  /** The connection one of whose ends is being taken elsewhere. */
  readonly replacing?: string;
  /** Canvas pixels where the loose end is. */
  readonly end: Point;
  /** Element under the loose end, where it may be connected. */
  readonly target: string | null;
  readonly dimmed: ReadonlySet<string>;
  readonly reason: string | null;
  /** Page pixels. */
  readonly pointer: Point;
}

const idle: GestureState = { drop: null, guides: [], connecting: null, isMoving: false, renaming: null };

export const gestures: StoreApi<GestureState> = createStore<GestureState>()(() => idle);

/** Reads a slice of the gesture in progress. */
export const useGesture = <T>(selector: (state: GestureState) => T): T => useStore(gestures, selector);

/** How an element takes part in the gesture: outlined as its target, dimmed, or not at all. */
export const partInGesture =
  (id: string) =>
  ({ drop, connecting }: GestureState): 'target' | 'dimmed' | 'source' | null => {
    if (drop) return drop.targets.has(id) ? 'target' : drop.dimmed.has(id) ? 'dimmed' : null;
    if (!connecting) return null;
    if (connecting.from === id) return 'source';
    return connecting.target === id ? 'target' : connecting.dimmed.has(id) ? 'dimmed' : null;
  };
