import { Check, Minus, Plus, SquarePen, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { availability } from '../../../../shared/resilience/availability';
import { showAvailability, worstEntry } from '../../../../shared/resilience/show-availability';
import type { Topology } from '../../../../shared/topology/topology';
import { formatDelta, plural, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import type { FixPreview } from '../../store/state';
import { Button } from '../../ui/button';
import { compareFindings } from './compare-findings';
import { listPlannedChanges, type PlannedChange } from './planned-changes';

const icons = { added: Plus, removed: Minus, changed: SquarePen };
const words = { added: 'Adds', removed: 'Removes', changed: 'Changes' };

const Change = ({ change }: { change: PlannedChange }) => {
  const Icon = icons[change.kind];
  return (
    <li className="fix__change" data-kind={change.kind}>
      <Icon size={14} aria-hidden="true" />
      <span>
        <span className="ui-hidden">{words[change.kind]} </span>
        {change.kind === 'removed' ? <s>{change.text}</s> : change.text}
      </span>
    </li>
  );
};

const worstOf = (topology: Topology) => worstEntry(availability(topology).entries);

/** The estimate for the users that fare worst, before and after; nothing where nobody is drawn. */
const AvailabilityChange = ({ before, after }: { readonly before: Topology; readonly after: Topology }) => {
  const [now, then] = useMemo(() => [worstOf(before), worstOf(after)], [before, after]);
  if (!then) return null;
  const [was, is] = [now ? showAvailability(now) : '–', showAvailability(then)];
  return <span>{was === is ? `availability stays ${is}` : `availability ${was} → ${is}`}</span>;
};

/** A fix before it is applied: what it adds and changes, the bill, the availability, the findings. */
export const FixPreviewCard = ({ preview }: { preview: FixPreview }) => {
  const design = useApp((state) => state.design);
  const findings = useApp((state) => state.findings);
  const topology = useApp((state) => state.topology);
  const total = useApp((state) => state.estimate?.total.micros);
  const changes = listPlannedChanges(preview.diff, design, preview.design);
  const { cleared, raised } = compareFindings(findings, preview.analysis.findings);
  const after = preview.analysis.estimate?.total.micros;
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section ref={card} className="fix" aria-label={`Preview: ${preview.title}`}>
      <ul className="fix__changes">
        {changes.map((change) => (
          <Change key={`${change.kind} ${change.id}`} change={change} />
        ))}
      </ul>
      <div className="fix__foot">
        <p className="fix__effect ui-numeric">
          {total === undefined || after === undefined ? null : <strong>{formatDelta(after - total)}</strong>}
          <AvailabilityChange before={topology} after={preview.analysis.topology} />
          <span>clears {plural(cleared.length, 'finding')}</span>
          {raised.length > 0 ? (
            <span className="ui-tone" data-tone="warning">
              raises {raised.map(({ title }) => `“${shorten(title, 60)}”`).join(', ')}
            </span>
          ) : null}
        </p>
        <Button size="small" variant="quiet" icon={X} onClick={app.closePreview}>
          Cancel
        </Button>
        <Button size="small" variant="primary" icon={Check} onClick={app.applyPreview}>
          {preview.findingKey.startsWith('set:') ? 'Apply all' : 'Apply fix'}
        </Button>
      </div>
    </section>
  );
};
