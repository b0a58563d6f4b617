import { useStore } from 'zustand';
import { dayOf } from '../../../shared/util/day';
import { createChecker } from '../checking/checker';
import { startCheckThread } from '../checking/start-thread';
import { createAppStore } from './app-store';
import type { AppState } from './state';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** `rds-instance-k3x9q`: readable in diffs, and random enough that two people's edits do not meet. */
const newId = (kind: string): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${kind}-${Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
};

/** The store of this window. */
export const app = createAppStore({
  newId,
  today: () => dayOf(new Date()),
  checker: createChecker(startCheckThread()),
});

/** Reads a slice of the state in a component; it renders again only when the slice is another object. */
export const useApp = <T>(selector: (state: AppState) => T): T => useStore(app.store, selector);
