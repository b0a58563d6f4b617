import type { ReactNode } from 'react';
import { formatFigure, shorten } from '../../format';
import { Badge, SeverityIcon } from '../../ui/badge';
import { type Preview, usePreview } from './use-preview';

const Count = ({ tone, count }: { tone: 'error' | 'warning'; count: number }) =>
  count === 0 ? null : (
    <span>
      <SeverityIcon tone={tone} /> {count}{' '}
      <span className="ui-hidden">
        {tone}
        {count === 1 ? '' : 's'}
      </span>
    </span>
  );

const Standing = ({ preview }: { preview: Preview | null }) => (
  <span className="start__standing ui-numeric">
    {preview ? (
      <>
        <Count tone="error" count={preview.counts.error} />
        <Count tone="warning" count={preview.counts.warning} />
        {preview.counts.error + preview.counts.warning === 0 ? <Badge tone="ok">no faults</Badge> : null}
        <span className="start__price">{preview.total ? formatFigure(preview.total) : ''}</span>
      </>
    ) : null}
  </span>
);

export interface DesignCardProps {
  title: string;
  description: string;
  /** The design's text; has to stay the same function. */
  read: () => Promise<string | null>;
  onOpen: () => void;
  /** What else can be done with it, in the card's corner. */
  tools?: ReactNode;
}

/** A design to start from: picture, name, findings by severity, monthly price. */
export const DesignCard = ({ title, description, read, onOpen, tools }: DesignCardProps) => {
  const preview = usePreview(read);
  return (
    <li className="start__item">
      <button
        type="button"
        className="start__card"
        aria-label={title}
        aria-description={description}
        title={title.length > 60 ? shorten(title, 300) : undefined}
        onClick={onOpen}
      >
        <span className="start__picture">
          {preview?.picture ? <img src={preview.picture} alt="" draggable={false} /> : null}
        </span>
        <span className="start__title ui-truncate">{shorten(title, 120)}</span>
        <span className="start__text">{description}</span>
        <Standing preview={preview} />
      </button>
      {tools}
    </li>
  );
};
