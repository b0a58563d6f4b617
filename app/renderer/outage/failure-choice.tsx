import { X } from 'lucide-react';
import type { Failure } from '../../../shared/resilience/failures';
import { physicalZone } from '../../../shared/resilience/physical-zone';
import type { Topology } from '../../../shared/topology/topology';
import { app, useApp } from '../store/app';
import { isChosen, type OutageView } from './outage-view';

interface Place {
  readonly failure: Failure;
  readonly name: string;
}

/** Zones and Regions that can fail, each physical zone once. */
function listPlaces({ zones, regions }: Topology): Place[] {
  const seen = new Set<string>();
  const places: Place[] = [];
  for (const zone of zones) {
    const key = physicalZone(zone);
    if (seen.has(key)) continue;
    seen.add(key);
    places.push({ failure: { kind: 'zone', id: zone.id }, name: zone.vpc?.region ? zone.code : zone.element.name });
  }
  return [...places, ...regions.map(({ id, code }) => ({ failure: { kind: 'region' as const, id }, name: code }))];
}

/** Buttons for zones and Regions, and for the services that were chosen on the drawing. */
export const FailureChoice = ({ outage }: { readonly outage: OutageView }) => {
  const topology = useApp((state) => state.topology);
  const places = listPlaces(topology);
  const services = outage.failures.flatMap(({ kind, id }) => {
    const name = kind === 'element' ? topology.design.elements.get(id)?.name : undefined;
    return name === undefined ? [] : [{ id, name }];
  });
  return (
    <section className="outage-panel__section">
      <h3>Fails</h3>
      <div className="outage-panel__places">
        {places.map(({ failure, name }) => (
          <button
            key={failure.id}
            type="button"
            className="outage-panel__place"
            aria-pressed={isChosen(topology, outage.failures, failure)}
            onClick={() => app.toggleFailure(failure.id)}
          >
            {name}
          </button>
        ))}
        {services.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="outage-panel__place"
            aria-pressed="true"
            aria-label={`${name} fails; bring it back`}
            onClick={() => app.toggleFailure(id)}
          >
            {name}
            <X size={12} aria-hidden="true" />
          </button>
        ))}
      </div>
    </section>
  );
};
