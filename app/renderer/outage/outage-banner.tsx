import { X, ZapOff } from 'lucide-react';
import { app, useApp } from '../store/app';
import { Button } from '../ui/button';
import { Kbd } from '../ui/kbd';
import './outage.css';
import './outage-canvas.css';

/** Above the drawing in outage mode: what is simulated, what follows, and how to leave. */
export const OutageBanner = () => {
  const outage = useApp((state) => state.outage);
  if (!outage) return null;
  const { failures, names, result } = outage;
  return (
    <section className="outage-banner" aria-label="Outage mode">
      <ZapOff size={18} aria-hidden="true" className="outage-banner__icon" />
      <div className="outage-banner__text">
        <p className="outage-banner__title">
          {failures.length === 0 ? 'Outage mode: choose what fails' : `Simulated: ${names.join(', ')} down`}
        </p>
        <p>
          {failures.length === 0
            ? 'Click zones, Regions or services to see what still works without them.'
            : result.summary}
        </p>
      </div>
      {failures.length === 0 ? null : (
        <Button size="small" onClick={() => app.clearFailures()}>
          Nothing fails
        </Button>
      )}
      <Button size="small" icon={X} onClick={() => app.leaveOutage()}>
        Leave <Kbd shortcut="Escape" />
      </Button>
    </section>
  );
};
