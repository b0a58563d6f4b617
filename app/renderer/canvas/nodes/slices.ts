import { useRef } from 'react';
import type { Element } from '../../../../shared/model/design';
import type { MonthlyFigure } from '../../../../shared/pricing/money';
import type { Finding } from '../../../../shared/validation/rule';
import { useApp } from '../../store/app';
import { shareEqual } from '../../store/share';
import type { AppState } from '../../store/state';
import { absoluteRects } from '../geometry/rect';

/** A value that is worked out from parts of the state. */
export interface Derived<T> {
  /** What it depends on; compared by identity. */
  readonly inputs: (state: AppState) => readonly unknown[];
  readonly derive: (state: AppState) => T;
}

/**
 * A derived value: worked out anew only when one of its inputs is another object, and the same object while it holds the same values. Every node asks at
 * every change of the state, so asking must cost next to nothing.
 */
export function useDerived<T>({ inputs, derive }: Derived<T>): T {
  const last = useRef<{ readonly inputs: readonly unknown[]; readonly value: T } | undefined>(undefined);
  return useApp((state) => {
    const known = last.current;
    const now = inputs(state);
    if (known && now.every((input, index) => input === known.inputs[index])) return known.value;
    const value = shareEqual(known?.value, derive(state));
    last.current = { inputs: now, value };
    return value;
  });
}

/** The element as it is drawn: as the shown fix would leave it, else as it is. */
export const selectDrawn =
  (id: string) =>
  ({ design, preview }: AppState): Element | undefined =>
    preview?.design.elements.get(id) ?? design.elements.get(id);

export const selectLocked =
  (id: string) =>
  (state: AppState): boolean =>
    selectDrawn(id)(state)?.locked === true;

export type Tone = 'error' | 'warning' | 'info' | 'unknown';

export interface FindingMark {
  readonly count: number;
  readonly tone: Tone;
  /** Titles, for the tooltip. */
  readonly titles: readonly string[];
}

const toneOf = ({ status, severity }: Finding): Tone => (status === 'unknown' ? 'unknown' : severity);

/** Count and worst tone of findings, the worst of which stands first; null for none. */
export function markOf(findings: readonly Finding[]): FindingMark | null {
  const faults = findings.filter(({ status }) => status === 'fail');
  const counted = faults.length > 0 ? faults : findings;
  const [first] = counted;
  return first ? { count: counted.length, tone: toneOf(first), titles: counted.map(({ title }) => title) } : null;
}

/** Count and worst tone of the findings of an element; null where there are none or their layer is hidden. Questions count only where no fault is. */
export const findingMark = (id: string): Derived<FindingMark | null> => ({
  inputs: ({ findingsOf, preview, view }) => [
    id,
    view.layers.findings,
    (preview?.analysis.findingsOf ?? findingsOf).get(id),
  ],
  derive: ({ findingsOf, preview, view }) => {
    if (!view.layers.findings) return null;
    const findings = (preview?.analysis.findingsOf ?? findingsOf).get(id);
    return markOf(findings ?? []);
  },
});

/** The mark of several together, for what is drawn as one. */
export const findingMarkOf = (ids: readonly string[]): Derived<FindingMark | null> => ({
  inputs: ({ findingsOf, preview, view }) => [ids, view.layers.findings, preview?.analysis.findingsOf ?? findingsOf],
  derive: ({ findingsOf, findings, preview, view }) => {
    if (!view.layers.findings) return null;
    const byId = preview?.analysis.findingsOf ?? findingsOf;
    const found = new Set(ids.flatMap((id) => byId.get(id) ?? []));
    return markOf((preview?.analysis.findings ?? findings).filter((finding) => found.has(finding)));
  },
});

/** How brightly an element or connection is drawn while something else has the attention. */
export type Light = 'plain' | 'lit' | 'faded' | 'cut';

/** Light of an element: the cut and path of a finding come before the pointer. */
export const selectElementLight =
  (id: string) =>
  ({ highlight, hover, design }: AppState): Light => {
    if (highlight) return highlight.cut.has(id) ? 'cut' : highlight.path.has(id) ? 'lit' : 'faded';
    const hovered = hover === null ? undefined : design.connections.get(hover);
    if (!hovered) return 'plain';
    return hovered.from === id || hovered.to === id ? 'lit' : 'faded';
  };

/** Light of a connection: lit with the pointer on it or on one of its ends. */
export const selectConnectionLight =
  (id: string, from: string, to: string) =>
  ({ highlight, hover, design }: AppState): Light => {
    if (highlight) return highlight.path.has(id) ? 'cut' : 'faded';
    if (hover === null || hover === id || hover === from || hover === to) return hover === null ? 'plain' : 'lit';
    if (design.connections.has(hover)) return 'faded';
    return 'plain';
  };

/** What the services of a tier cost together; undefined where none of them costs anything. */
export const tierCost = (id: string): Derived<MonthlyFigure | undefined> => ({
  inputs: ({ topology, costOf, preview }) => [
    id,
    preview?.analysis.topology ?? topology,
    preview?.analysis.costOf ?? costOf,
  ],
  derive: ({ topology, costOf, preview }) => {
    const tier = (preview?.analysis.topology ?? topology).tier(id);
    const costs = preview?.analysis.costOf ?? costOf;
    const figures = (tier?.members ?? []).flatMap((service) => costs.get(service.id) ?? []);
    if (figures.length === 0) return undefined;
    return {
      micros: figures.reduce((sum, { micros }) => sum + micros, 0),
      isLowerBound: figures.some(({ isLowerBound, isUnpriced }) => isLowerBound || isUnpriced),
      isUnpriced: figures.every(({ isUnpriced }) => isUnpriced),
    };
  },
});

export interface Section {
  readonly subnet: string;
  /** Pixels from the left edge of the service. */
  readonly left: number;
  readonly width: number;
  readonly role: string;
  readonly count: number;
}

const NO_SECTIONS: readonly Section[] = [];

/** Members of a spanning service, with where their subnets lie beside it. */
export const memberSections = (id: string): Derived<readonly Section[]> => ({
  inputs: ({ topology, preview }) => [id, preview?.analysis.topology ?? topology],
  derive: ({ topology, preview }) => {
    const { design, service } = preview?.analysis.topology ?? topology;
    const found = service(id);
    if (found?.definition.scope !== 'spanning' || found.members.length === 0) return NO_SECTIONS;
    const wanted = new Map([found.element, ...found.members.map(({ subnet }) => subnet.element)].map((e) => [e.id, e]));
    const rects = rectsOf(design.elements, wanted.keys());
    const bar = rects.get(id);
    if (!bar) return NO_SECTIONS;
    const sections = new Map<string, Section>();
    for (const { subnet, role, count } of found.members) {
      const rect = rects.get(subnet.id);
      if (!rect) continue;
      const known = sections.get(subnet.id);
      const wording = known ? { role: known.role, count: known.count + count } : { role, count };
      sections.set(subnet.id, { subnet: subnet.id, left: rect.x - bar.x, width: rect.width, ...wording });
    }
    return [...sections.values()];
  },
});

/** Absolute rectangles of a few elements, walking only their parents. */
function rectsOf(elements: ReadonlyMap<string, Element>, ids: Iterable<string>) {
  const chain = new Map<string, Element>();
  for (const id of ids) {
    let element = elements.get(id);
    while (element && !chain.has(element.id)) {
      chain.set(element.id, element);
      element = element.parent === null ? undefined : elements.get(element.parent);
    }
  }
  return absoluteRects({ elements: chain });
}
