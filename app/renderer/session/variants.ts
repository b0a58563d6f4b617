import { create } from 'zustand';
import type { Design } from '../../../shared/model/design';
import { shorten } from '../format';
import { app } from '../store/app';

/** A state of a design that was kept to compare with; gone when the program ends. */
export interface Variant {
  readonly id: string;
  readonly name: string;
  readonly design: Design;
}

const MOST = 12;

export const useVariants = create<{ readonly entries: readonly Variant[] }>()(() => ({ entries: [] }));

let count = 0;

/** Keeps the design as it is now. Editing goes on with the open one; the comparison shows both. */
export function keepVariant(): Variant {
  const { design } = app.getState();
  count += 1;
  const variant = { id: `variant-${count}`, name: `${shorten(design.header.name, 60)}, variant ${count}`, design };
  useVariants.setState(({ entries }) => ({ entries: [...entries, variant].slice(-MOST) }));
  app.notify({ tone: 'ok', text: `“${variant.name}” is kept to compare with. Go on drawing; then compare designs.` });
  return variant;
}
