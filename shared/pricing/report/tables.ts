/** A table program runs what begins like a formula: an apostrophe makes it plain text. */
const disarm = (text: string): string => (/^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text);

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** CSV by RFC 4180, with cells that a table program does not take for formulas. */
export const writeCsv = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, ...rows].map((row) => `${row.map((cell) => quote(disarm(cell))).join(',')}\r\n`).join('');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Text as Markdown shows it, on one line: a name can neither format nor link. */
export const plainMarkdown = (text: string): string => oneLine(text).replace(/[\\|<>*_`[\]]/g, '\\$&');

const writeMarkdown = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(plainMarkdown)))].join('\n');
};

const writeText = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const all = [head, ...rows].map((row) => row.map(oneLine));
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** A table for people: aligned text, or Markdown with its special characters escaped. */
export const writeTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  format: 'text' | 'markdown',
): string => (format === 'markdown' ? writeMarkdown(head, rows) : writeText(head, rows));
