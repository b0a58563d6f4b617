import { basename, extname } from 'node:path';

export const designExtension = '.stratiform';

const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name out of any text: no folders, no control or forbidden characters, no leading dots, no name that Windows keeps for itself.
 * @param fallback the name when nothing is left.
 */
export const toFileName = (text: string, fallback: string): string => {
  const base = text.split(/[\\/]/).at(-1) ?? '';
  const cleaned = base
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120);
  if (cleaned === '') return fallback;
  return reservedOnWindows.test(cleaned.slice(0, cleaned.length - extname(cleaned).length)) ? `_${cleaned}` : cleaned;
};

/** Name of a design as shown to people: the file's name without the extension. */
export const toDesignName = (path: string): string => basename(path, designExtension);

/** The path with the extension of designs, if it has none. */
export const withDesignExtension = (path: string): string =>
  extname(path).toLowerCase() === designExtension ? path : `${path}${designExtension}`;
