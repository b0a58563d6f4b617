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
  /** The same for the design that becomes the window's; findings of a large one may follow later. */
  follow(design: Design, previous: Analysis & Pick<AppState, 'books'>): Analysis & Pick<AppState, 'isChecking'>;
  notify(message: Omit<ToastMessage, 'id'>): void;
}
