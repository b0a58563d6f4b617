import { memo } from 'react';
import { SeverityIcon } from '../../ui/badge';
import { Tooltip } from '../../ui/tooltip';
import type { FindingMark } from './slices';

const SHOWN_TITLES = 4;

/** Count of findings in the colour of the worst, at the upper right corner of an element. */
export const FindingBadge = memo(({ mark }: { readonly mark: FindingMark }) => {
  const { count, tone, titles } = mark;
  const shown = titles.slice(0, SHOWN_TITLES);
  const more = titles.length - shown.length;
  const text = (
    <span className="canvas-badge__titles">
      {shown.map((title, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: titles may repeat and never move
        <span key={index}>{title}</span>
      ))}
      {more > 0 ? <span>{more === 1 ? '1 more' : `${more} more`}</span> : null}
    </span>
  );
  return (
    <Tooltip text={text} side="top">
      <span className="canvas-badge" data-tone={tone}>
        <SeverityIcon tone={tone} size={12} />
        {count}
      </span>
    </Tooltip>
  );
});
FindingBadge.displayName = 'FindingBadge';
