import type { ReactNode } from 'react';

export interface SectionProps {
  title: string;
  /** The first group needs no title on screen. */
  isTitleHidden?: boolean;
  children: ReactNode;
}

/** A titled group of fields. */
export const Section = ({ title, isTitleHidden, children }: SectionProps) => (
  <section className="inspector__section" aria-label={title}>
    <h3 className={isTitleHidden ? 'ui-hidden' : 'inspector__section-title'}>{title}</h3>
    {children}
  </section>
);
