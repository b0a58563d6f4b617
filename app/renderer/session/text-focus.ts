const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'range', 'color', 'submit', 'reset', 'file']);

/** Whether typing goes into a text field, so that letters and editing keys belong to it. */
export const isTextElement = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !NOT_TEXT.has(element.type)) ||
  (element instanceof HTMLElement && element.isContentEditable);

export const isTextFocused = (): boolean => isTextElement(document.activeElement);
