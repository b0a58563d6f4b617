import { ListChecks, TrendingUp } from 'lucide-react';
import { app, useApp } from '../../store/app';
import type { Mending } from '../../store/state';
import { Button } from '../../ui/button';
import { ReachPanel } from './reach-panel';
import { SafePanel } from './safe-panel';

const toggle = (mending: Mending): void => {
  app.closePreview();
  app.setView({ mending: app.getState().view.mending === mending ? null : mending });
};

/** Above the problems: what mends several at once. */
export const MendBar = () => {
  const mending = useApp(({ view }) => view.mending);
  return (
    <section className="mend" aria-label="Mend several">
      <div className="mend__bar">
        <Button size="small" icon={ListChecks} aria-expanded={mending === 'safe'} onClick={() => toggle('safe')}>
          Fix all safe ones…
        </Button>
        <Button size="small" icon={TrendingUp} aria-expanded={mending === 'reach'} onClick={() => toggle('reach')}>
          Cheapest way to an availability…
        </Button>
      </div>
      {mending === 'safe' ? <SafePanel /> : null}
      {mending === 'reach' ? <ReachPanel /> : null}
    </section>
  );
};
