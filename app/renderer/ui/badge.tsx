import { CircleAlert, CircleHelp, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'error' | 'warning' | 'info' | 'ok';

export const Badge = ({ tone = 'neutral', label, children }: { tone?: Tone; label?: string; children: ReactNode }) => (
  <span className="ui-badge" data-tone={tone} {...(label === undefined ? {} : { role: 'img', 'aria-label': label })}>
    {children}
  </span>
);

export type FindingTone = 'error' | 'warning' | 'info' | 'unknown';

const icons: Record<FindingTone, LucideIcon> = {
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
  unknown: CircleHelp,
};

/** The icon that stands for a severity everywhere; unknown is the hollow question. */
export const SeverityIcon = ({ tone, size = 14 }: { tone: FindingTone; size?: number }) => {
  const Icon = icons[tone];
  return <Icon size={size} aria-hidden="true" className="ui-tone" data-tone={tone} />;
};
