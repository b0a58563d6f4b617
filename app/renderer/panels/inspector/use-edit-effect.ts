import { useEffect, useRef, useState } from 'react';
import { app } from '../../store/app';
import { type Baseline, type Effect, effectSince, nextBaseline } from './edit-effect';

/** What the edit being made, or the last one, has done to findings and bill. */
export function useEditEffect(): Effect | null {
  const [effect, setEffect] = useState<Effect | null>(null);
  const baseline = useRef<Baseline | null>(null);
  useEffect(
    () =>
      app.store.subscribe((state, before) => {
        const next = nextBaseline(baseline.current, state, before);
        const isSame = next === baseline.current && state.findings === before.findings;
        if (isSame && state.estimate === before.estimate) return;
        baseline.current = next;
        setEffect(next && effectSince(next, state));
      }),
    [],
  );
  return effect;
}
