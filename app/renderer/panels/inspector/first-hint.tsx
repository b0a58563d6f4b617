import { app, useApp } from '../../store/app';
import { Button } from '../../ui/button';

/** Three sentences for somebody who is here for the first time; gone for good once it is closed. */
export const FirstHint = () => {
  const isClosed = useApp(({ view }) => view.panels.hintClosed);
  if (isClosed) return null;
  return (
    <aside className="inspector__hint" aria-label="First steps">
      <p>
        Drag services from the palette onto the drawing, and drag from the edge of one to another to connect them.
        Faults and the monthly bill follow as you draw; the bar at the bottom opens both. Whatever is selected is set up
        here.
      </p>
      <Button size="small" onClick={() => app.setPanels({ hintClosed: true })}>
        Got it
      </Button>
    </aside>
  );
};
