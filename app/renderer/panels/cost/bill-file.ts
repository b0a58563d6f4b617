import type { ReportFormat } from '../../../../shared/pricing/report/bill-report';

const ENDINGS = { csv: 'csv', json: 'json', markdown: 'md' } as const satisfies Partial<Record<ReportFormat, string>>;
export type SavedFormat = keyof typeof ENDINGS;

/** A file name that every system takes. */
export const nameBillFile = (design: string, format: SavedFormat): string => {
  const plain = design
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 80);
  return `${plain === '' ? 'Design' : plain} bill.${ENDINGS[format]}`;
};
