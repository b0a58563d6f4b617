export const plural = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : nouns}`;

export const toJsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
