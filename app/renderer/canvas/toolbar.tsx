import { Cable, Hand, Maximize, Minus, MousePointer2, Plus, StickyNote, ZapOff } from 'lucide-react';
import type { MouseEvent } from 'react';
import { findAction, runAction } from '../actions/registry';
import { useOutageMode } from '../outage/use-outage';
import { app, useApp } from '../store/app';
import type { Tool } from '../store/state';
import { useZoom } from '../store/zoom';
import { IconButton } from '../ui/button';
import { Tooltip } from '../ui/tooltip';
import { LayersPopover } from './layers-popover';

const TOOLS = [
  { tool: 'select', label: 'Select', icon: MousePointer2, shortcut: 'V' },
  { tool: 'hand', label: 'Hand', icon: Hand, shortcut: 'H' },
  { tool: 'connect', label: 'Connect', icon: Cable, shortcut: 'C' },
  { tool: 'note', label: 'Note', icon: StickyNote, shortcut: 'N' },
] as const satisfies readonly { tool: Tool; label: string; icon: typeof Hand; shortcut: string }[];

/** A click must not take the focus from the drawing, or the next space bar would press the button again. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

/** What the pointer does. */
export const ToolBar = () => {
  const current = useApp(({ view }) => view.tool);
  const isOutage = useOutageMode();
  return (
    <div
      className="ui-floating canvas__bar canvas__bar--tools"
      role="toolbar"
      aria-label="Tools"
      onMouseDown={keepFocus}
    >
      {TOOLS.map(({ tool, label, icon, shortcut }) => (
        <IconButton
          key={tool}
          icon={icon}
          label={label}
          shortcut={shortcut}
          side="top"
          aria-pressed={current === tool}
          disabled={isOutage && tool !== 'select' && tool !== 'hand'}
          onClick={() => app.setView({ tool })}
        />
      ))}
      <IconButton
        icon={ZapOff}
        label="Outage mode"
        shortcut={findAction('view.outage')?.shortcuts?.[1]}
        side="top"
        aria-pressed={isOutage}
        onClick={() => runAction('view.outage')}
      />
    </div>
  );
};

/** How near the drawing is. */
export const ZoomBar = () => {
  const zoom = useZoom(({ zoom }) => zoom);
  const percent = `${Math.round(zoom * 100)} %`;
  return (
    <div className="ui-floating canvas__bar" role="toolbar" aria-label="Zoom" onMouseDown={keepFocus}>
      <LayersPopover />
      <IconButton icon={Minus} label="Zoom out" shortcut="Mod+-" side="top" onClick={() => app.canvas()?.zoomOut()} />
      <Tooltip text="Zoom to 100 %" shortcut="Mod+0" side="top">
        <button
          type="button"
          className="canvas__zoom ui-numeric"
          aria-label={`Zoom ${percent}, click for 100 %`}
          onClick={() => app.canvas()?.zoomTo(1)}
        >
          {percent}
        </button>
      </Tooltip>
      <IconButton icon={Plus} label="Zoom in" shortcut="Mod+=" side="top" onClick={() => app.canvas()?.zoomIn()} />
      <IconButton
        icon={Maximize}
        label="Zoom to fit"
        shortcut="Shift+1"
        side="top"
        onClick={() => app.canvas()?.fit()}
      />
    </div>
  );
};
