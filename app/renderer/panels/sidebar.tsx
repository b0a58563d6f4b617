import { app, useApp } from '../store/app';
import { TabPanel, Tabs } from '../ui/tabs';
import { Outline } from './outline/outline';
import { Palette } from './palette/palette';

const TABS = [
  { id: 'services', label: 'Services' },
  { id: 'outline', label: 'Outline' },
] as const;

/** Left of the canvas: what can be drawn, and what is drawn. */
export const Sidebar = () => {
  const isOutline = useApp(({ view }) => view.panels.outlineShown);
  return (
    <Tabs
      label="Palette"
      className="sidebar"
      value={isOutline ? 'outline' : 'services'}
      onChange={(id) => app.setPanels({ outlineShown: id === 'outline' })}
      items={TABS}
    >
      <TabPanel id="services" className="sidebar__panel">
        <Palette />
      </TabPanel>
      <TabPanel id="outline" className="sidebar__panel">
        <Outline />
      </TabPanel>
    </Tabs>
  );
};
