import { Focus, X } from 'lucide-react';
import { shorten } from '../format';
import { app, useApp } from '../store/app';
import { Button } from '../ui/button';
import { Kbd } from '../ui/kbd';
import { selectFocusPath } from './focus-view';
import { nameFocus } from './focusing';
import './focus.css';

/** Above the drawing in focus mode: on what, how much is in the light, and how to leave. */
export const FocusBanner = () => {
  const path = useApp(selectFocusPath);
  const name = useApp((state) => (state.focus ? nameFocus(state, state.focus) : ''));
  const total = useApp(({ topology }) => topology.services.length + topology.actors.length);
  if (!path) return null;
  return (
    <section className="focus-banner" aria-label="Focus mode">
      <Focus size={18} aria-hidden="true" className="focus-banner__icon" />
      <div className="focus-banner__text">
        <p className="focus-banner__title ui-truncate" dir="auto">{`Focus on ${shorten(name, 60)}`}</p>
        <p>{`${path.services} of ${total} services and actors lie on the way of its requests.`}</p>
      </div>
      <Button size="small" icon={X} onClick={() => app.leaveFocus()}>
        Leave <Kbd shortcut="Escape" />
      </Button>
    </section>
  );
};
