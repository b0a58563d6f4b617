import type { Design, NewId } from '../../../shared/model/design';
import type { ToastMessage } from '../ui/toast';
import type { Analysis, AppState } from './state';

/** What the parts of the store share. Only they may write. */
export interface Core {
  get(): AppState;
  set(patch: Partial<AppState>): void;
  readonly newId: NewId;
  /** The day, such as `2026-03-01`. */
  today(): string;
  /** Analyses a design, reusing the objects of `previous` that did not change. */
  analyse(design: Design, previous: Analysis & Pick<AppState, 'books'>): Analysis;
  notify(message: Omit<ToastMessage, 'id'>): void;
}
