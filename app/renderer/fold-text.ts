/** Text as it is compared: without case and accents. */
export const foldText = (text: string): string =>
  text
    .toLocaleLowerCase('en')
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '');
