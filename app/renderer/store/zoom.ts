import { create } from 'zustand';

/** How near the drawing is. Apart from the window's store: it changes at every frame of a zoom, and few look at it. */
export const useZoom = create<{ readonly zoom: number }>()(() => ({ zoom: 1 }));
