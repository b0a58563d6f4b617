import { createStore } from 'zustand/vanilla';
import type { ConnectionKind } from '../../../../shared/catalog/connections';
import { app } from '../../store/app';
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
  /** Where an end of a connection is being taken elsewhere: which one. `from` is the element at the other end. */
  readonly reattach?: { readonly id: string; readonly end: 'from' | 'to' };
}

interface ConnectMenus {
  readonly question: ConnectQuestion | null;
  readonly search: ConnectSearch | null;
}

export const connectMenus = createStore<ConnectMenus>()(() => ({ question: null, search: null }));

export const openConnectMenu = (question: ConnectQuestion): void => connectMenus.setState({ question });
export const openConnectSearch = (from: string): void => connectMenus.setState({ search: { from } });
/** Offers the elements an end of a connection can be taken to. */
export function openReattachSearch(id: string, end: 'from' | 'to'): void {
  const connection = app.getState().design.connections.get(id);
  if (!connection) return;
  const from = end === 'from' ? connection.to : connection.from;
  connectMenus.setState({ search: { from, reattach: { id, end } } });
}
export const closeConnectMenus = (): void => connectMenus.setState({ question: null, search: null });
