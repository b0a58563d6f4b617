import { useEffect, useMemo, useState } from 'react';
import { checkDesign } from '../../../../shared/assessment/check-design';
import type { Design } from '../../../../shared/model/design';
import { parseDesign } from '../../../../shared/model/format/parse';
import { estimate } from '../../../../shared/pricing/estimate';
import type { MonthlyFigure } from '../../../../shared/pricing/money';
import { resolve } from '../../../../shared/topology/resolve';
import { dayOf } from '../../../../shared/util/day';
import type { Counts } from '../../../../shared/validation/rule';
import { useApp } from '../../store/app';

/** What a card shows of a design before it is opened. */
export interface Preview {
  /** Address of the picture; null until it is drawn, and for an empty design. */
  readonly picture: string | null;
  readonly counts: Counts;
  /** Null until the prices are there. */
  readonly total: MonthlyFigure | null;
}

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

/** Whether the window is dark now. */
function useIsDark(): boolean {
  const [isDark, setDark] = useState(darkQuery.matches);
  useEffect(() => {
    const look = () => setDark(darkQuery.matches);
    darkQuery.addEventListener('change', look);
    return () => darkQuery.removeEventListener('change', look);
  }, []);
  return isDark;
}

function useDesign(read: () => Promise<string | null>): Design | null {
  const [design, setDesign] = useState<Design | null>(null);
  useEffect(() => {
    let isWanted = true;
    void read().then((text) => {
      const parsed = text === null ? null : parseDesign(text);
      if (isWanted) setDesign(parsed?.ok ? parsed.value : null);
    });
    return () => {
      isWanted = false;
    };
  }, [read]);
  return design;
}

/** The scripts that draw are the canvas's own: read when the first picture is wanted, after the screen is shown. */
const draw = async (design: Design, isDark: boolean): Promise<string | null> => {
  const { drawDesign } = await import('../../picture/draw-design');
  const picture = await drawDesign(design, { theme: isDark ? 'dark' : 'light', detail: 'small' });
  return picture && `data:image/svg+xml,${encodeURIComponent(picture.svg)}`;
};

function usePicture(design: Design | null): string | null {
  const isDark = useIsDark();
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (design)
      void draw(design, isDark).then((drawn) => {
        if (isWanted) setPicture(drawn);
      });
    return () => {
      isWanted = false;
    };
  }, [design, isDark]);
  return picture;
}

/** Picture, findings and price of the design that `read` gives; null until it is read. `read` has to stay the same function. */
export function usePreview(read: () => Promise<string | null>): Preview | null {
  const books = useApp((state) => state.books);
  const design = useDesign(read);
  const picture = usePicture(design);
  const topology = useMemo(() => design && resolve(design), [design]);
  const standing = useMemo(() => {
    if (!topology) return null;
    const bill = books && estimate(topology, books);
    const { counts } = checkDesign(topology, { today: dayOf(new Date()), bill });
    return { counts, total: bill === null ? null : bill.total };
  }, [topology, books]);
  return standing && { ...standing, picture };
}
