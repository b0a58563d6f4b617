/** Bounds of what a design file may hold; a file outside them is refused with the figure. */
export const limits = {
  /** Characters of the whole file. */
  characters: 50 * 1024 * 1024,
  depth: 64,
  elements: 20_000,
  connections: 40_000,
  idLength: 200,
  nameLength: 1000,
  waivers: 10_000,
  /** Characters of the reason of a waiver. */
  reasonLength: 4000,
  /** Characters of the name of a waiver's owner. */
  ownerLength: 200,
  /** Characters of any other text. */
  textLength: 100_000,
  /** Canvas pixels either side of the origin. */
  position: 1_000_000,
  /** Settings of one element that are parameters. */
  parameters: 50,
  /** Values of one element that hold in development only. */
  development: 50,
  /** Corners of one connection. */
  bends: 20,
  /** Steps an element stands before or behind its siblings. */
  order: 1_000_000,
  /** Canvas pixels of width or height. */
  size: 200_000,
} as const;
