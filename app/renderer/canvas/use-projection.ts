import { useEffect, useMemo, useRef, useState } from 'react';
import type { Design } from '../../../shared/model/design';
import { later } from '../next-task';
import { useApp } from '../store/app';
import type { AppState } from '../store/state';
import { createProjector, type Projection } from './projection/project';

/** So many elements that come or go at once are drawn after the pause in which they entered the design, not in it. */
const MANY = 100;

/** Findings that arrive by themselves for so many elements are drawn after the pause in which they arrived. */
const LARGE = 500;

interface Drawable {
  readonly ticket: string | undefined;
  readonly design: Design;
  readonly findingsOf: AppState['findingsOf'];
}

/** Whether drawing takes so long that it is better done by itself. */
function isMuch(drawn: Drawable, wanted: Drawable): boolean {
  if (drawn.ticket !== wanted.ticket) return false;
  const { size } = wanted.design.elements;
  if (Math.abs(size - drawn.design.elements.size) > MANY) return true;
  return size > LARGE && drawn.design === wanted.design && drawn.findingsOf !== wanted.findingsOf;
}

const isSame = (a: Drawable | null, b: Drawable): boolean => a?.design === b.design && a.findingsOf === b.findingsOf;

/** So many new lines are given their ways in one go. */
const LINES_AT_ONCE = 250;

/** Designs on the way from one to another, with ever more of the new connections: ways that are known need not be found again. */
function* towards(drawn: Design, wanted: Design): Generator<Design> {
  const fresh = [...wanted.connections].filter(([id]) => !drawn.connections.has(id));
  const old = [...wanted.connections].filter(([id]) => drawn.connections.has(id));
  for (let count = LINES_AT_ONCE; count < fresh.length; count += LINES_AT_ONCE)
    yield { ...wanted, connections: new Map([...old, ...fresh.slice(0, count)]) };
  yield wanted;
}

interface Last {
  readonly of: Drawable;
  readonly projection: Projection;
}

/**
 * The design as React Flow draws it. Where much has come or gone at once, the last drawing stays for a few short tasks that work out the
 * new one, so that none of them holds up the page for long.
 */
export function useProjection(): Projection {
  const project = useMemo(createProjector, []);
  const design = useApp((state) => state.design);
  const preview = useApp((state) => state.preview);
  const selection = useApp((state) => state.selection);
  const outage = useApp((state) => state.outage);
  const findingsOf = useApp((state) => state.preview?.analysis.findingsOf ?? state.findingsOf);
  const ticket = useApp((state) => state.document?.ticket);
  const last = useRef<Last | null>(null);
  const [ready, setReady] = useState<Drawable | null>(null);
  const wanted = useMemo(() => ({ ticket, design, findingsOf }), [ticket, design, findingsOf]);
  const input = useMemo(
    () => ({ design, preview, selection, findingsOf, outageOf: outage?.stateOf }),
    [design, preview, selection, findingsOf, outage],
  );
  const drawn = last.current?.of;
  const isHeld =
    drawn !== undefined && preview === null && outage === null && !isSame(ready, wanted) && isMuch(drawn, wanted);
  useEffect(() => {
    if (!isHeld || !last.current) return;
    const steps = towards(last.current.of.design, input.design);
    const goOn = (): void => {
      const step = steps.next();
      if (step.done) setReady(wanted);
      else {
        project({ ...input, design: step.value });
        cancel = later(goOn);
      }
    };
    let cancel = later(goOn);
    return () => cancel();
  }, [isHeld, project, input, wanted]);
  // The ref is no dependency: while the drawing is dragged, the board renders at every frame and must find what it knows.
  return useMemo(() => {
    if (isHeld && last.current) return last.current.projection;
    const projection = project(input);
    last.current = { of: wanted, projection };
    return projection;
  }, [isHeld, project, input, wanted]);
}
