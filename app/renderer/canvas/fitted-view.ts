/** Whether the viewport still shows the whole design as the last fit left it. */
let fitted = false;

/** The whole design has just been brought into view. */
export const keepFitted = (): void => {
  fitted = true;
};

/** Somebody looks at a place of their own choice: resizing leaves it alone. */
export const leaveFitted = (): void => {
  fitted = false;
};

export const isFitted = (): boolean => fitted;
