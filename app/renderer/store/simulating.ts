import { failureAt, toggleFailure, viewOutage } from '../outage/outage-view';
import type { Core } from './core';
import { emptySelection } from './selection';

export interface Simulating {
  /** Shows the drawing as failures leave it. Nothing can be edited until `leaveOutage`; the design stays as it is. */
  enterOutage(): void;
  /** Fails what is drawn under an id, or brings it back: a service, tier, zone or Region. */
  toggleFailure(id: string): void;
  /** Everything works again; still in outage mode. */
  clearFailures(): void;
  leaveOutage(): void;
}

const ENTERED = 'Outage mode. Choose what fails. Escape leaves it.';

/** Why an edit is refused; undefined where edits are welcome. */
export const editsRefused = (core: Core): string | undefined =>
  core.get().outage ? 'Nothing can be edited while an outage is shown. Press Escape to leave outage mode.' : undefined;

function enterOutage(core: Core): void {
  const { topology, view, outage } = core.get();
  if (outage) return;
  core.set({
    outage: viewOutage(topology, []),
    selection: emptySelection,
    preview: null,
    highlight: null,
    focus: null,
    view: { ...view, tool: 'select' },
    announcement: ENTERED,
  });
}

function toggle(core: Core, id: string): void {
  const { topology, outage, design } = core.get();
  if (!outage) return;
  const failure = failureAt(topology, id);
  if (!failure) {
    const name = design.elements.get(id)?.name ?? 'This';
    core.notify({ tone: 'info', text: `${name} cannot fail by itself. Choose a service, a zone or a Region.` });
    return;
  }
  const next = viewOutage(topology, toggleFailure(topology, outage.failures, failure));
  core.set({ outage: next, announcement: next.result.summary });
}

export const makeSimulating = (core: Core): Simulating => ({
  enterOutage: () => enterOutage(core),
  toggleFailure: (id) => toggle(core, id),
  clearFailures: () => {
    const { outage, topology } = core.get();
    if (outage) core.set({ outage: viewOutage(topology, []), announcement: 'Everything works again' });
  },
  leaveOutage: () => {
    if (core.get().outage) core.set({ outage: null, announcement: 'Left outage mode' });
  },
});
