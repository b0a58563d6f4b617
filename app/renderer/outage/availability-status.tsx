import { Activity, TrendingUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type AvailabilityReport, availability, type EntryEstimate } from '../../../shared/resilience/availability';
import { showAvailability, showMinutesDown, showShare, worstEntry } from '../../../shared/resilience/show-availability';
import { app, useApp } from '../store/app';
import { Button } from '../ui/button';
import { Popover } from '../ui/popover';
import './availability.css';

/** Estimated when the page has nothing else to do; until then the figure of before stays. */
function useAvailability(): AvailabilityReport | null {
  const topology = useApp((state) => state.topology);
  const [report, setReport] = useState<AvailabilityReport | null>(null);
  useEffect(() => {
    const handle = requestIdleCallback(() => setReport(availability(topology)), { timeout: 1000 });
    return () => cancelIdleCallback(handle);
  }, [topology]);
  return report;
}

const Entry = ({ entry }: { readonly entry: EntryEstimate }) => (
  <section className="availability__entry">
    <h3>
      {entry.name} <span className="ui-numeric">{showAvailability(entry)}</span>
    </h3>
    <p className="ui-numeric">About {showMinutesDown(entry)} without service</p>
    {entry.limiting.length === 0 ? null : (
      <>
        <p className="availability__caption">Limited most by, with minutes a month each</p>
        <ol>
          {entry.limiting.map((limit) => (
            <li key={limit.ids.join(' ')}>
              <span className="ui-truncate">{limit.name}</span>
              <span className="ui-numeric">
                {showShare(limit.availability)} · {Math.round(limit.minutesDown)} min
              </span>
            </li>
          ))}
        </ol>
      </>
    )}
    {entry.atMost ? <p className="availability__caption">At most: something in it has no published figure.</p> : null}
  </section>
);

/** In the status bar: the estimated availability of the entry that fares worst, with what limits it. */
export const AvailabilityStatus = () => {
  const report = useAvailability();
  const worst = report ? worstEntry(report.entries) : undefined;
  if (!report || !worst) return null;
  const figure = showAvailability(worst);
  return (
    <Popover
      label="Availability estimate"
      side="top"
      trigger={
        <button
          type="button"
          className="status__button ui-numeric"
          aria-label={`Availability estimate: ${figure}, ${showMinutesDown(worst)} without service`}
        >
          <Activity size={14} aria-hidden="true" />
          <strong data-testid="availability">{figure}</strong>
          <span className="status__source">estimate</span>
        </button>
      }
    >
      <div className="availability">
        <h2>Availability, an estimate</h2>
        {report.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
        <Button
          size="small"
          icon={TrendingUp}
          onClick={() => {
            app.setView({ drawerTab: 'problems', mending: 'reach' });
            app.setPanels({ drawerOpen: true });
          }}
        >
          Cheapest way to more…
        </Button>
        <ul className="availability__assumptions">
          {report.assumptions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    </Popover>
  );
};
