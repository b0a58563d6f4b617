/** Sizes on the canvas at 100 %, multiples of the 4 px grid. */
export const SERVICE = { width: 176, height: 72 } as const;
export const ACTOR = { width: 128, height: 72 } as const;
