import { useEffect, useState } from 'react';
import { checkDesign } from '../../../../shared/assessment/check-design';
import type { Design } from '../../../../shared/model/design';
import { parseDesign } from '../../../../shared/model/format/parse';
import { estimate } from '../../../../shared/pricing/estimate';
import type { MonthlyFigure } from '../../../../shared/pricing/money';
import type { PriceBooks } from '../../../../shared/pricing/price-book';
import { resolve } from '../../../../shared/topology/resolve';
import { dayOf } from '../../../../shared/util/day';
import type { Counts } from '../../../../shared/validation/rule';
import { useApp } from '../../store/app';

/** What a card shows of an example before it is opened. */
export interface ExamplePreview {
  readonly design: Design;
  readonly counts: Counts;
  readonly total: MonthlyFigure | null;
}

const files = import.meta.glob<string>('../../../../examples/*.stratiform', { query: '?raw', import: 'default' });

const readDesign = async (name: string): Promise<Design | null> => {
  const load = Object.entries(files).find(([path]) => path.endsWith(`/${name}.stratiform`))?.[1];
  const parsed = load ? parseDesign(await load()) : null;
  return parsed?.ok ? parsed.value : null;
};

const look = (design: Design, books: PriceBooks | null): ExamplePreview => {
  const topology = resolve(design);
  const bill = books && estimate(topology, books);
  const { counts } = checkDesign(topology, { today: dayOf(new Date()), bill });
  return { design, counts, total: bill === null ? null : bill.total };
};

/** Picture, findings and price of an example; null until it is read. */
export function useExamplePreview(name: string): ExamplePreview | null {
  const books = useApp((state) => state.books);
  const [design, setDesign] = useState<Design | null>(null);
  useEffect(() => {
    let isWanted = true;
    void readDesign(name).then((read) => {
      if (isWanted) setDesign(read);
    });
    return () => {
      isWanted = false;
    };
  }, [name]);
  return design ? look(design, books) : null;
}
