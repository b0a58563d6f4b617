import { Option } from 'commander';
import type { Design } from '../../shared/model/design';
import { loadBundledBooks } from '../../shared/pricing/bundled-books';
import { type Estimate, estimate } from '../../shared/pricing/estimate';
import type { LineItem } from '../../shared/pricing/line-item';
import { formatMonthly, formatUnitPrice, formatUsd } from '../../shared/pricing/money';
import { resolve } from '../../shared/topology/resolve';
import type { AddCommand } from '../parts/command-context';
import { toCsv } from '../parts/csv';
import { readDesignFile } from '../parts/read-design-file';
import { toTable } from '../parts/table';
import { exitCodes, printable, reportProblem, type Terminal } from '../parts/terminal';

export type PriceFormat = 'text' | 'json' | 'csv';

const usd = (micros: number | null): number | null => (micros === null ? null : micros / 1_000_000);

const nameOf = (design: Design, id: string | null): string => {
  if (id === null) return 'Whole design';
  const connection = design.connections.get(id);
  const named = (element: string): string => design.elements.get(element)?.name ?? element;
  return connection ? `${named(connection.from)} → ${named(connection.to)}` : named(id);
};

function toJson(file: string, design: Design, { lines, total, isLowerBound, notes }: Estimate): string {
  const items = lines.map((line) => ({
    elementId: line.elementId,
    element: nameOf(design, line.elementId),
    item: line.item,
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: line.unitPrice,
    monthly: usd(line.monthlyMicros),
    status: line.status,
    reason: line.reason,
    source: line.source?.name ?? null,
    date: line.date === '' ? null : line.date,
    region: line.region === '' ? null : line.region,
  }));
  const sum = { monthly: total.isUnpriced ? null : usd(total.micros), isLowerBound };
  const report = {
    version: 1,
    file,
    design: design.header.name,
    currency: 'USD',
    hoursPerMonth: 730,
    total: sum,
    items,
    notes: notes.map(({ code, message, subjects }) => ({ code, message, subjects })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const CSV_HEAD = [
  'elementId',
  'element',
  'item',
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'monthly',
  'status',
  'source',
  'date',
  'region',
];

const toCsvText = (design: Design, { lines }: Estimate): string =>
  toCsv([
    CSV_HEAD,
    ...lines.map((line) => [
      line.elementId,
      nameOf(design, line.elementId),
      line.item,
      line.description,
      line.quantity,
      line.unit,
      line.unitPrice,
      usd(line.monthlyMicros),
      line.status,
      line.source?.name ?? null,
      line.date,
      line.region,
    ]),
  ]);

const amountOf = ({ monthlyMicros, status }: LineItem): string => {
  if (monthlyMicros !== null) return formatUsd(monthlyMicros);
  return status === 'quantity-unknown' ? 'not stated' : status === 'free' ? 'free' : '–';
};

function toText(design: Design, { lines, total, notes }: Estimate): string {
  const rows = lines.map((line) => [
    nameOf(design, line.elementId),
    line.description,
    line.quantity === null ? '' : `${line.quantity} ${line.unit}`,
    line.unitPrice === null ? '' : `× ${formatUnitPrice(line.unitPrice)}`,
    amountOf(line),
    line.source === null ? line.reason : `${line.source.name}, ${line.date}`,
  ]);
  const head = ['Element', 'Item', 'Quantity', 'Unit price', 'A month', 'Source'];
  const remarks = notes.map(({ message }) => `${printable(message)}\n`).join('');
  return `${toTable([head, ...rows], [4])}\nTotal: ${formatMonthly(total)} (On-Demand, 730 hours)\n${remarks}`;
}

/** The monthly estimate of a design at the bundled prices. */
export async function runPrice(terminal: Terminal, file: string, format: PriceFormat): Promise<number> {
  const read = await readDesignFile(file);
  if (!read.ok) {
    reportProblem(terminal, file, read.error);
    return exitCodes.unusable;
  }
  const bill = estimate(resolve(read.value), await loadBundledBooks());
  if (format === 'json') terminal.out(toJson(file, read.value, bill));
  else if (format === 'csv') terminal.out(toCsvText(read.value, bill));
  else terminal.out(toText(read.value, bill));
  return exitCodes.fine;
}

export const addPriceCommand: AddCommand = (program, { terminal, done }) => {
  program
    .command('price')
    .description('estimate the monthly bill of a design')
    .argument('<file>', 'the design')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'csv']).default('text'))
    .action(async (file: string, { format }: { format: PriceFormat }) => done(await runPrice(terminal, file, format)));
};
