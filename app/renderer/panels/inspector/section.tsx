import type { ReactNode } from 'react';

/** A titled group of fields. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="inspector__section" aria-label={title}>
    <h3 className="inspector__section-title">{title}</h3>
    {children}
  </section>
);
