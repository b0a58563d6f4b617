import { Canvas } from './canvas/canvas';
import { FocusBanner } from './focus/focus-banner';
import { shorten } from './format';
import { LoadedMark } from './loaded-mark';
import { OutageBanner } from './outage/outage-banner';
import { OutagePanel } from './outage/outage-panel';
import { useOutageMode } from './outage/use-outage';
import { Drawer } from './panels/drawer';
import { FindBar } from './panels/find/find-bar';
import { Inspector } from './panels/inspector/inspector';
import { Sidebar } from './panels/sidebar';
import { StatusBar } from './panels/status-bar/status-bar';
import { app, useApp } from './store/app';
import { defaultPanels, panelLimits } from './store/panels';
import { ResizablePanel } from './ui/resizable-panel';

const PalettePanel = () => {
  const { paletteOpen, paletteWidth } = useApp(({ view }) => view.panels);
  if (!paletteOpen) return null;
  return (
    <ResizablePanel
      label="Palette"
      edge="left"
      size={paletteWidth}
      initial={defaultPanels.paletteWidth}
      {...panelLimits.palette}
      onResize={(width) => app.setPanels({ paletteWidth: width })}
    >
      <Sidebar />
    </ResizablePanel>
  );
};

const InspectorPanel = () => {
  const { inspectorOpen, inspectorWidth } = useApp(({ view }) => view.panels);
  const isOutage = useOutageMode();
  if (!inspectorOpen && !isOutage) return null;
  return (
    <ResizablePanel
      label={isOutage ? 'Outage' : 'Inspector'}
      region="Inspector"
      edge="right"
      size={inspectorWidth}
      initial={defaultPanels.inspectorWidth}
      {...panelLimits.inspector}
      onResize={(width) => app.setPanels({ inspectorWidth: width })}
    >
      {isOutage ? <OutagePanel /> : <Inspector />}
    </ResizablePanel>
  );
};

/** A design on the table: palette, canvas, inspector, drawer, status bar. */
export const Workspace = () => {
  const isDrawerOpen = useApp(({ view }) => view.panels.drawerOpen);
  const name = useApp((state) => state.design.header.name);
  return (
    <>
      <div className="app__work">
        <PalettePanel />
        <main className="app__main">
          <h1 className="ui-hidden">{shorten(name)}</h1>
          <OutageBanner />
          <FocusBanner />
          <section className="app__centre" aria-label="Canvas" data-region="Canvas">
            <Canvas />
            <LoadedMark />
            <FindBar />
          </section>
          {isDrawerOpen ? <Drawer /> : null}
        </main>
        <InspectorPanel />
      </div>
      <StatusBar />
    </>
  );
};
