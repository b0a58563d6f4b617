/** Widths of bold letters as parts of the type size, as in the widest face that stands in for Inter. Pictures are written where nothing can measure. */
const NARROW = /[ .,:;'|!()[\]/ijlftrI-]/;
const WIDE = /[mwMWQO@%&_A-Z]/;
/** Scripts whose letters fill their square. */
const FULL = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]|\p{Extended_Pictographic}/u;

const widthOf = (character: string): number => {
  if (FULL.test(character)) return 1.1;
  if (NARROW.test(character)) return 0.42;
  return WIDE.test(character) ? 0.84 : 0.68;
};

/** How wide a bold text will be at most, in pixels. */
export const measure = (text: string, size: number): number => {
  let width = 0;
  for (const character of text) width += widthOf(character) * size;
  return width;
};

/** How wide a text of usual weight will be at most, in pixels. */
export const measurePlain = (text: string, size: number): number => measure(text, size) * 0.92;

/** What XML 1.0 does not take: control characters and halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Any text as content or attribute of an XML element. */
export const escapeXml = (text: string): string =>
  text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Longer than anything that fits a box. */
const LONGEST = 400;

/** The text as far as it fits, with an ellipsis where it does not. */
export function cutToFit(text: string, size: number, width: number): string {
  const line = text.slice(0, LONGEST).replaceAll(/\s+/g, ' ').trim();
  if (line.length === text.length && measure(line, size) <= width) return line;
  if (measure(line, size) <= width && text.length <= LONGEST) return line;
  const room = width - measure('…', size);
  let kept = '';
  let used = 0;
  for (const character of line) {
    used += widthOf(character) * size;
    if (used > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in at most `lines` lines, broken between words; the last one is cut where it is too long. */
export function breakLines(text: string, size: number, width: number, lines: number): string[] {
  const words = text
    .slice(0, LONGEST)
    .split(/\s+|(?<=[.\-_/])/)
    .filter((word) => word !== '');
  const glue = (head: string, word: string): string =>
    head === '' ? word : /[.\-_/]$/.test(head) ? `${head}${word}` : `${head} ${word}`;
  const done: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = glue(line, word);
    if (line === '' || measure(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (done.length === lines - 1) return [...done, cutToFit(glue(line, words.slice(index).join(' ')), size, width)];
    done.push(line);
    line = word;
  }
  return line === '' ? done : [...done, cutToFit(line, size, width)];
}
