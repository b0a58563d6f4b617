import type { CsvRecord } from './read-csv';

/** One sourced unit price as it stands in the source folder. */
export interface PriceFact {
  readonly service: string;
  readonly region: string;
  readonly item: string;
  /** `name=value` pairs joined by semicolons, as in the source. */
  readonly attributes: string;
  readonly unit: string;
  readonly usd: number;
  readonly source: FactSource;
}

/** Where a price was read. */
export interface FactSource {
  readonly name: string;
  readonly path: string;
  /** ISO date, or year and month where the source says no more. */
  readonly date: string;
  readonly confidence: 'high' | 'medium' | 'low' | 'derived';
}

const need = (record: CsvRecord, column: string, row: number): string => {
  const value = record[column];
  if (value === undefined) {
    throw new Error(`The price file has no column "${column}" (row ${row}). Check that it is a unit-price file.`);
  }
  return value;
};

const readConfidence = (text: string, row: number): FactSource['confidence'] => {
  const word = text.split(/[+-]/)[0] ?? '';
  if (word === 'high' || word === 'medium' || word === 'low' || word === 'derived') return word;
  throw new Error(`Row ${row} of the price file has the unknown confidence "${text}".`);
};

/** A source whose repository is not known is named as such; only what it says of itself is kept. */
const nameSource = (name: string, path: string): { name: string; path: string } => {
  if (!name.startsWith('find_string')) return { name, path };
  const details = [...`${name} ${path}`.matchAll(/\(([^)]*)\)/g)]
    .map((match) => (match[1] ?? '').replace(/repo not named by index(; )?/, ''))
    .filter((detail) => detail !== '');
  return { name: 'unnamed public repository', path: details.join('; ') };
};

/** Turns rows of the unit-price CSV into facts. Throws with row and value when a row cannot be read. */
export const readFacts = (records: readonly CsvRecord[]): PriceFact[] =>
  records.map((record, index) => {
    const row = index + 2;
    const usdText = need(record, 'usd', row);
    const usd = Number(usdText);
    if (usdText === '' || !Number.isFinite(usd) || usd < 0) {
      throw new Error(`Row ${row} of the price file has the price "${usdText}"; expected a number of at least 0.`);
    }
    return {
      service: need(record, 'service', row),
      region: need(record, 'region', row),
      item: need(record, 'item', row),
      attributes: need(record, 'attributes', row),
      unit: need(record, 'unit', row),
      usd,
      source: {
        ...nameSource(need(record, 'source_repo', row), need(record, 'source_path', row)),
        date: need(record, 'source_date', row),
        confidence: readConfidence(need(record, 'confidence', row), row),
      },
    };
  });
