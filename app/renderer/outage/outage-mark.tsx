import { CircleSlash, type LucideIcon, TriangleAlert, Unlink, X } from 'lucide-react';
import { memo } from 'react';
import { useApp } from '../store/app';
import { Tooltip } from '../ui/tooltip';
import { type OutageState, outageWords } from './outage-view';

export const outageIcons: Readonly<Record<Exclude<OutageState, 'up' | 'within'>, LucideIcon>> = {
  lost: X,
  stopped: CircleSlash,
  degraded: TriangleAlert,
  'cut-off': Unlink,
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** At the upper right corner of an element: what the outage does to it, with the reasons in the tooltip. */
export const OutageMark = memo(({ id, state }: { readonly id: string; readonly state: OutageState }) => {
  const reasons = useApp(({ outage }) => outage?.reasonsOf.get(id));
  if (state === 'up' || state === 'within') return null;
  const Icon = outageIcons[state];
  const text = [`${capital(outageWords[state])}.`, ...(reasons ?? [])].join(' ');
  return (
    <Tooltip text={text} side="top">
      <span className="outage-mark" data-state={state} role="img" aria-label={capital(outageWords[state])}>
        <Icon size={12} strokeWidth={2.5} aria-hidden="true" />
      </span>
    </Tooltip>
  );
});
OutageMark.displayName = 'OutageMark';
