/**
 * A piece of TypeScript. Made by the code writer only, so that text from a design is always a string literal. It is text with
 * marks in it: where literals lie, and where a list of things between brackets may be broken over several lines. The text is
 * looked at once, when it is laid out; until then pieces are only put behind one another.
 */
export interface Code {
  readonly marked: string;
}

/**
 * Signs that stand in no code: our own words have none of them, and a literal writes control characters as escapes.
 * `open` and `close` stand before a bracket, or before the question mark of a choice between two values; `item` between two things inside of brackets, `literal` around a literal.
 */
export const marks = { open: '\u0001', item: '\u0002', close: '\u0003', literal: '\u0004' } as const;
