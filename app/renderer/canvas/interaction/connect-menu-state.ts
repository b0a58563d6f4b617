import { createStore } from 'zustand/vanilla';
import type { ConnectionKind } from '../../../../shared/catalog/connections';
import type { Point } from '../geometry/rect';

/** A connection whose meaning is being asked for. */
export interface ConnectQuestion {
  readonly from: string;
  readonly to: string;
  /** Page pixels. */
  readonly at: Point;
  readonly choices: readonly ConnectionKind[];
}

/** A source whose target is being chosen from a list. */
export interface ConnectSearch {
  readonly from: string;
}

interface ConnectMenus {
  readonly question: ConnectQuestion | null;
  readonly search: ConnectSearch | null;
}

export const connectMenus = createStore<ConnectMenus>()(() => ({ question: null, search: null }));

export const openConnectMenu = (question: ConnectQuestion): void => connectMenus.setState({ question });
export const openConnectSearch = (from: string): void => connectMenus.setState({ search: { from } });
export const closeConnectMenus = (): void => connectMenus.setState({ question: null, search: null });
