import { printable } from './printable';

const HTML: ReadonlySet<string> = new Set(['<', '>', '&']);

/** Text as Markdown shows it letter by letter; a name can neither format, link nor leave its cell. */
export const plainMarkdown = (text: string): string =>
  printable(text).replace(/[\\`*_[\]|<>~&]/g, (char) => (HTML.has(char) ? `&#${char.charCodeAt(0)};` : `\\${char}`));

/** A table; cells are Markdown already. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];
