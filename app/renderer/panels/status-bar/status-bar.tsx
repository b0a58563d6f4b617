import { CircleCheck, CircleDot, Code, PanelLeft, PanelRight } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { describeBasis, readBasis } from '../../../../shared/pricing/basis';
import { findAction, menuItems, runAction } from '../../actions/registry';
import { formatClock, formatFigure, plural } from '../../format';
import { AvailabilityStatus } from '../../outage/availability-status';
import { useApp } from '../../store/app';
import { selectDirty } from '../../store/selectors';
import { useZoom } from '../../store/zoom';
import { type FindingTone, SeverityIcon } from '../../ui/badge';
import { IconButton } from '../../ui/button';
import { DropdownMenu } from '../../ui/menu';
import { Tooltip } from '../../ui/tooltip';
import { describePriceSource } from './price-source';
import './status-bar.css';

const tones: readonly { tone: FindingTone; one: string; many: string }[] = [
  { tone: 'error', one: 'error', many: 'errors' },
  { tone: 'warning', one: 'warning', many: 'warnings' },
  { tone: 'info', one: 'piece of advice', many: 'pieces of advice' },
  { tone: 'unknown', one: 'open question', many: 'open questions' },
];

const FindingsButton = () => {
  const counts = useApp((state) => state.counts);
  const isChecking = useApp((state) => state.isChecking);
  const isOpen = useApp(({ view }) => view.panels.drawerOpen && view.drawerTab === 'problems');
  const words = tones
    .filter(({ tone }) => counts[tone] > 0)
    .map(({ tone, one, many }) => plural(counts[tone], one, many));
  const found = words.length > 0 ? words.join(', ') : 'No problems';
  const label = isChecking ? 'being checked' : found;
  return (
    <Tooltip text={`Problems: ${label}`} shortcut={findAction('view.toggleProblems')?.shortcuts?.[0]} side="top">
      <button
        type="button"
        className="status__button ui-numeric"
        aria-label={`Problems: ${label}`}
        aria-pressed={isOpen}
        aria-busy={isChecking}
        onClick={() => runAction('view.toggleProblems')}
      >
        {words.length === 0 && isChecking ? (
          'Checking…'
        ) : words.length === 0 ? (
          <>
            <CircleCheck size={14} className="ui-tone" data-tone="ok" aria-hidden="true" />
            No problems
          </>
        ) : (
          tones
            .filter(({ tone }) => counts[tone] > 0)
            .map(({ tone }) => (
              <span key={tone} className="status__count">
                <SeverityIcon tone={tone} />
                {counts[tone]}
              </span>
            ))
        )}
      </button>
    </Tooltip>
  );
};

const TotalButton = () => {
  const estimate = useApp((state) => state.estimate);
  const isOpen = useApp(({ view }) => view.panels.drawerOpen && view.drawerTab === 'cost');
  const total = estimate && estimate.lines.length > 0 ? formatFigure(estimate.total) : '$0.00/mo';
  const source = describePriceSource(estimate);
  const basis = useApp(({ topology }) => describeBasis(readBasis(topology.design)));
  return (
    <Tooltip
      text={[`Monthly total: ${basis}`, source].filter(Boolean).join('; ')}
      shortcut={findAction('view.toggleCost')?.shortcuts?.[0]}
      side="top"
    >
      <button
        type="button"
        className="status__button ui-numeric"
        aria-label={[`Cost: ${estimate ? total : 'prices are loading'}`, source].filter(Boolean).join('; ')}
        aria-pressed={isOpen}
        onClick={() => runAction('view.toggleCost')}
      >
        <strong data-testid="monthly-total">{estimate ? total : '–'}</strong>
        {source === '' ? null : <span className="status__source">{source}</span>}
      </button>
    </Tooltip>
  );
};

const ZoomMenu = () => {
  const zoom = useZoom(({ zoom }) => Math.round(zoom * 100));
  return (
    <DropdownMenu
      side="top"
      align="end"
      trigger={
        <button type="button" className="status__button ui-numeric" aria-label={`Zoom ${zoom} %`}>
          {zoom} %
        </button>
      }
      sections={[{ items: menuItems('view.zoomIn', 'view.zoomOut', 'view.zoom100') }, { items: menuItems('view.fit') }]}
    />
  );
};

const SavedState = () => {
  const { isDirty, draftTime, hasFile } = useApp(
    useShallow((state) => ({
      isDirty: selectDirty(state),
      draftTime: state.draftTime,
      hasFile: state.document?.revision != null,
    })),
  );
  if (isDirty)
    return (
      <button type="button" className="status__button" onClick={() => runAction('file.save')}>
        <CircleDot size={14} aria-hidden="true" />
        {draftTime === null ? 'Not saved' : `Not saved · draft kept ${formatClock(draftTime)}`}
      </button>
    );
  return <span className="status__text">{hasFile ? 'Saved' : 'No file yet'}</span>;
};

const CodeButton = () => {
  const isOpen = useApp(({ view }) => view.panels.drawerOpen && view.drawerTab === 'code');
  return (
    <button type="button" className="status__button" aria-pressed={isOpen} onClick={() => runAction('view.toggleCode')}>
      <Code size={14} aria-hidden="true" />
      Code
    </button>
  );
};

/** Findings, bill, zoom and what is saved, always on screen. */
export const StatusBar = () => {
  const panels = useApp(({ view }) => view.panels);
  return (
    <section className="status" aria-label="Status" data-region="Status">
      <IconButton
        size="small"
        side="top"
        icon={PanelLeft}
        label="Palette"
        aria-pressed={panels.paletteOpen}
        onClick={() => runAction('view.togglePalette')}
      />
      <FindingsButton />
      <AvailabilityStatus />
      <TotalButton />
      <CodeButton />
      <span className="status__gap" />
      <SavedState />
      <ZoomMenu />
      <IconButton
        size="small"
        side="top"
        icon={PanelRight}
        label="Inspector"
        aria-pressed={panels.inspectorOpen}
        onClick={() => runAction('view.toggleInspector')}
      />
    </section>
  );
};
