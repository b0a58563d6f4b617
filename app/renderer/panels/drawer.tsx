import { X } from 'lucide-react';
import { app, useApp } from '../store/app';
import { defaultPanels, panelLimits } from '../store/panels';
import type { DrawerTab } from '../store/state';
import { Badge } from '../ui/badge';
import { IconButton } from '../ui/button';
import { ResizablePanel } from '../ui/resizable-panel';
import { TabPanel, Tabs } from '../ui/tabs';
import { CostPanel } from './cost/cost-panel';
import { LazyWorkspace } from './export/lazy-workspace';
import { ProblemsList } from './problems/problems-list';

const titles: Record<DrawerTab, string> = { problems: 'Problems', cost: 'Cost', code: 'Code' };

/** Problems, Cost and Code below the canvas; opens from the status bar and remembers its height. */
export const Drawer = () => {
  const tab = useApp(({ view }) => view.drawerTab);
  const height = useApp(({ view }) => view.panels.drawerHeight);
  const faults = useApp(({ counts }) => counts.error + counts.warning + counts.info);
  const worst = useApp(({ counts }) => (counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'neutral'));
  const items = [
    { id: 'problems', label: 'Problems', extra: faults > 0 ? <Badge tone={worst}>{faults}</Badge> : undefined },
    { id: 'cost', label: 'Cost' },
    { id: 'code', label: 'Code' },
  ] as const;
  return (
    <ResizablePanel
      label={titles[tab]}
      region="Drawer"
      edge="bottom"
      size={height}
      initial={defaultPanels.drawerHeight}
      {...panelLimits.drawer}
      onResize={(drawerHeight) => app.setPanels({ drawerHeight })}
    >
      <Tabs
        label="Drawer"
        className="drawer"
        value={tab}
        onChange={(drawerTab) => app.setView({ drawerTab })}
        items={items}
        tools={
          <IconButton
            size="small"
            side="left"
            icon={X}
            label="Close drawer"
            onClick={() => app.setPanels({ drawerOpen: false })}
          />
        }
      >
        <TabPanel id="problems" className="drawer__panel ui-scroll">
          <ProblemsList />
        </TabPanel>
        <TabPanel id="cost" className="drawer__panel ui-scroll">
          <CostPanel />
        </TabPanel>
        <TabPanel id="code" className="drawer__panel">
          <LazyWorkspace />
        </TabPanel>
      </Tabs>
    </ResizablePanel>
  );
};
