import { useApp } from '../store/app';
import type { AppState } from '../store/state';
import type { OutageState } from './outage-view';

export const isOutageMode = ({ outage }: AppState): boolean => outage !== null;

/** State of a service, actor or container in the outage shown; undefined outside of outage mode and for what it says nothing of. */
export const selectOutageState =
  (id: string) =>
  ({ outage }: AppState): OutageState | undefined =>
    outage?.stateOf.get(id);

export type BrokenState = 'broken' | 'idle';

/** `broken`: on the way to something that is down. `idle`: one of its ends is down. */
export const selectBroken =
  (id: string, from: string, to: string) =>
  ({ outage }: AppState): BrokenState | undefined => {
    if (!outage) return undefined;
    if (outage.broken.has(id)) return 'broken';
    const isDown = (end: string): boolean => {
      const state = outage.stateOf.get(end);
      return state === 'lost' || state === 'stopped';
    };
    return isDown(from) || isDown(to) ? 'idle' : undefined;
  };

export const useOutageMode = (): boolean => useApp(isOutageMode);
