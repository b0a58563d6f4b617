import { InvalidArgumentError } from 'commander';

/** Reads an option from 0 to `most`; `what` says what to give. */
export const readNumber =
  (most: number, what: string) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > most)
      throw new InvalidArgumentError(what);
    return value;
  };
