import type { Answer } from './answer';
import type { EventName, PageChannel } from './channels';
import type { MenuCommand } from './commands';
import type { RequestOf, ThemeState, ValueOf } from './contract';
import type { OpenedDocument, SavedDocument } from './documents';
import type { PriceProgress } from './prices';

/**
 * What each event carries.
 *
 * - `document.open`: replace the design in the window (second start with a file, Open Recent, Open Example); unsaved changes have been asked about.
 * - `document.textWanted`: answer with `document.text` and the same `requestId`; the main process is about to save before closing.
 * - `document.saved`: a save the page did not ask for is done; `requestId` names the text that was saved.
 */
export type EventPayloads = {
  'menu.command': { readonly id: MenuCommand };
  'document.open': { readonly document: OpenedDocument };
  'document.saved': { readonly requestId: string; readonly document: SavedDocument };
  'document.textWanted': { readonly requestId: string };
  'theme.changed': ThemeState;
  'prices.progress': PriceProgress;
  notice: { readonly level: 'info' | 'warning' | 'error'; readonly message: string };
};

/** `window.desktop`, all the page can reach outside itself. Every answer is a value; the promise is not rejected. */
export type DesktopApi = {
  readonly invoke: <C extends PageChannel>(channel: C, request: RequestOf<C>) => Promise<Answer<ValueOf<C>>>;
  /** Listens to an event; the answer stops listening. */
  readonly on: <E extends EventName>(event: E, listener: (payload: EventPayloads[E]) => void) => () => void;
  /** Opens a file that was dropped on the window. The path stays outside the page. */
  readonly openDroppedFile: (file: object) => Promise<Answer<OpenedDocument>>;
};
