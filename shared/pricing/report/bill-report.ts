import type { Design } from '../../model/design';
import { describeBasis, readBasis } from '../basis';
import type { Estimate } from '../bill';
import { type BudgetGauge, readBudget } from '../budget';
import { HOURS } from '../charge';
import { readCurrency } from '../currency';
import type { LineItem } from '../line-item';
import { formatInCurrency, formatMonthly, formatUsd, type Micros } from '../money';
import { plainMarkdown, writeCsv, writeTable } from './tables';

/** How a bill or a difference is written out. */
export const reportFormats = ['text', 'json', 'csv', 'markdown'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The name of what a line is for; lines of the whole design have none of their own. */
export const nameSubject = (design: Design, id: string | null): string => {
  if (id === null) return 'Whole design';
  const element = design.elements.get(id);
  if (element !== undefined) return element.name;
  const connection = design.connections.get(id);
  if (connection === undefined) return id;
  const end = (name: string): string => design.elements.get(name)?.name ?? name;
  return `${end(connection.from)} → ${end(connection.to)}`;
};

const MICROS_PER_USD = 1_000_000;

/** Dollars as a plain decimal with all six places: exact, and the same everywhere. */
export const exactUsd = (micros: Micros): string => (micros / MICROS_PER_USD).toFixed(6);

const HEAD = [
  'Element',
  'Item',
  'Description',
  'Formula',
  'USD a month',
  'USD once',
  'Status',
  'Price from',
  'Date',
  'Source',
] as const;

const showAmount = ({ monthlyMicros, status, upfrontMicros }: LineItem): string => {
  if (upfrontMicros !== undefined) return '';
  if (monthlyMicros === null) return status === 'unpriced' ? 'no price' : 'not stated';
  return formatUsd(monthlyMicros);
};

const rowOf = (design: Design, line: LineItem, money: (micros: Micros) => string): string[] => [
  nameSubject(design, line.elementId),
  line.item,
  line.description,
  line.formula === '' ? line.reason : line.formula,
  line.monthlyMicros === null ? '' : money(line.monthlyMicros),
  line.upfrontMicros === undefined ? '' : money(line.upfrontMicros),
  line.status,
  line.origin ?? '',
  line.date,
  line.source === null ? '' : `${line.source.name} ${line.source.path}`.trim(),
];

const writeJson = (design: Design, bill: Estimate): string => {
  const { scenario, purchase, hours } = readBasis(design);
  const gauge = readBudget(design.header, bill);
  return `${JSON.stringify(
    {
      version: 2,
      name: design.header.name,
      currency: 'USD',
      hoursPerMonth: HOURS,
      capacityHours: hours,
      scenario: { id: scenario.id, name: scenario.name },
      purchase,
      budget: gauge === undefined ? null : exactUsd(gauge.budget),
      monthly: bill.total.isUnpriced ? null : exactUsd(bill.total.micros),
      upfront: exactUsd(bill.upfront),
      isLowerBound: bill.isLowerBound,
      lines: bill.lines.map((line) => ({
        element: line.elementId,
        name: nameSubject(design, line.elementId),
        item: line.item,
        description: line.description,
        formula: line.formula,
        quantity: line.quantity,
        unit: line.unit,
        unitPrice: line.unitPrice,
        monthly: line.monthlyMicros === null ? null : exactUsd(line.monthlyMicros),
        ...(line.upfrontMicros === undefined ? {} : { upfront: exactUsd(line.upfrontMicros) }),
        status: line.status,
        reason: line.reason,
        region: line.region,
        origin: line.origin,
        date: line.date,
        source: line.source,
      })),
      notes: bill.notes.map(({ message }) => message),
    },
    null,
    2,
  )}\n`;
};

const SHORT_HEAD = ['Element', 'What', 'How', 'Monthly', 'Price from'] as const;

const shortRow = (design: Design, line: LineItem): string[] => [
  nameSubject(design, line.elementId),
  line.description,
  line.formula === '' ? line.reason : line.formula,
  line.upfrontMicros === undefined ? showAmount(line) : `${formatUsd(line.upfrontMicros)} once`,
  line.origin === null ? '' : `${line.origin} ${line.date}`,
];

const showBudget = ({ budget, share, state }: BudgetGauge): string =>
  `Budget: ${formatUsd(budget)}/mo, ${state === 'over' ? 'exceeded' : `${Math.round(share * 100)} % used`}`;

const sumUp = (design: Design, bill: Estimate): string[] => {
  const gauge = readBudget(design.header, bill);
  const currency = readCurrency(design.header);
  return [
    `Total: ${formatMonthly(bill.total)} (${describeBasis(readBasis(design))})`,
    ...(currency === null || bill.total.isUnpriced
      ? []
      : [
          `In ${currency.code}: ${formatInCurrency(bill.total.micros, currency)} a month, at ${currency.perUsd} for a US dollar`,
        ]),
    ...(gauge === undefined ? [] : [showBudget(gauge)]),
    ...(bill.upfront > 0 ? [`Paid once: ${formatUsd(bill.upfront)}`] : []),
    ...bill.notes.map(({ message }) => message),
  ];
};

/** Writes out the bill that a design's own scenario and purchase plan give. CSV and JSON hold exact amounts; text and Markdown are rounded to cents. */
export const writeBill = (design: Design, bill: Estimate, format: ReportFormat): string => {
  if (format === 'json') return writeJson(design, bill);
  if (format === 'csv')
    return writeCsv(
      HEAD,
      bill.lines.map((line) => rowOf(design, line, exactUsd)),
    );
  const rows = bill.lines.map((line) => shortRow(design, line));
  const plain = (text: string): string => (format === 'markdown' ? plainMarkdown(text) : text.replace(/\s+/g, ' '));
  const heading = `${format === 'markdown' ? '# ' : ''}${plain(design.header.name)}`;
  // A line of Markdown joins the one before it, unless it is an item of a list.
  const sums = sumUp(design, bill).map((line) => (format === 'markdown' ? `- ${plain(line)}` : plain(line)));
  return [heading, '', writeTable(SHORT_HEAD, rows, format), '', ...sums, ''].join('\n');
};
