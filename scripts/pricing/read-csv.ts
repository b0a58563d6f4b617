/** One record of a CSV file: column name to value. */
export type CsvRecord = Readonly<Record<string, string>>;

/** Splits CSV text (RFC 4180: quoted fields may hold commas, line breaks and doubled quotes) into rows of fields. */
const splitRows = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const endField = () => {
    row.push(field);
    field = '';
  };
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (isQuoted) {
      if (char !== '"') field += char;
      else if (text.charAt(i + 1) === '"') {
        field += '"';
        i += 1;
      } else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ',') endField();
    else if (char === '\n') {
      endField();
      rows.push(row);
      row = [];
    } else if (char !== '\r') field += char;
  }
  if (field !== '' || row.length > 0) {
    endField();
    rows.push(row);
  }
  return rows;
};

/**
 * Reads CSV text whose first row names the columns.
 * Throws with the line number when a row has another number of fields than the header.
 */
export const readCsv = (text: string): CsvRecord[] => {
  const [header, ...rows] = splitRows(text);
  if (header === undefined) throw new Error('The price file is empty: expected a header row. Check the source folder.');
  return rows.map((row, index) => {
    if (row.length !== header.length) {
      throw new Error(
        `Row ${index + 2} of the price file has ${row.length} fields, the header has ${header.length}. Fix or re-download the file.`,
      );
    }
    return Object.fromEntries(header.map((name, column) => [name, row[column] ?? '']));
  });
};
