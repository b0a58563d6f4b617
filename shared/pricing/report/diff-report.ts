import type { Design } from '../../model/design';
import type { LineItem } from '../line-item';
import { formatMonthly, formatUsd, type Micros } from '../money';
import type { LineChange, PriceDiff } from '../price-diff';
import { exactUsd, nameSubject, type ReportFormat } from './bill-report';
import { writeCsv, writeTable } from './tables';

/** `+$1.00`, `−$1.00`, `±$0.00`. */
export const formatChange = (micros: Micros): string =>
  micros === 0 ? '±$0.00' : `${micros > 0 ? '+' : '−'}${formatUsd(Math.abs(micros))}`;

const HEAD = ['Element', 'What', 'Before', 'After', 'Change'] as const;

const showLine = (line: LineItem | null, money: (micros: Micros) => string): string => {
  if (line === null) return '–';
  return line.monthlyMicros === null ? 'unknown' : money(line.monthlyMicros);
};

const nameIn = (designs: readonly Design[], id: string | null): string =>
  designs.map((design) => nameSubject(design, id)).find((name) => name !== id) ?? id ?? '';

const rowOf = (
  designs: readonly Design[],
  { before, after, change }: LineChange,
  money: (micros: Micros) => string,
) => {
  const line = after ?? before;
  return [
    nameIn(designs, line?.elementId ?? null),
    line?.description ?? '',
    showLine(before, money),
    showLine(after, money),
    money === exactUsd ? exactUsd(change) : formatChange(change),
  ];
};

/** Writes out what changed between the bills of two designs. */
export const writePriceDiff = (before: Design, after: Design, diff: PriceDiff, format: ReportFormat): string => {
  const designs = [after, before];
  if (format === 'csv')
    return writeCsv(
      HEAD,
      diff.lines.map((line) => rowOf(designs, line, exactUsd)),
    );
  if (format === 'json') {
    const lines = diff.lines.map((line) => ({
      element: (line.after ?? line.before)?.elementId ?? null,
      item: (line.after ?? line.before)?.item ?? '',
      before: line.before === null || line.before.monthlyMicros === null ? null : exactUsd(line.before.monthlyMicros),
      after: line.after === null || line.after.monthlyMicros === null ? null : exactUsd(line.after.monthlyMicros),
      change: exactUsd(line.change),
    }));
    const sums = {
      before: exactUsd(diff.before.micros),
      after: exactUsd(diff.after.micros),
      change: exactUsd(diff.change),
    };
    return `${JSON.stringify({ currency: 'USD', monthly: sums, upfrontChange: exactUsd(diff.upfrontChange), lines }, null, 2)}\n`;
  }
  const sums = `${formatMonthly(diff.before)} → ${formatMonthly(diff.after)} (${formatChange(diff.change)})`;
  if (diff.lines.length === 0) return `No price changes. ${sums}\n`;
  const rows = diff.lines.map((line) => rowOf(designs, line, formatUsd));
  return `${writeTable(HEAD, rows, format)}\n\nTotal: ${sums}\n`;
};
