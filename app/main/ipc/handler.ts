import type { Answer } from '../../../shared/ipc/answer';
import type { Channel } from '../../../shared/ipc/channels';
import type { RequestOf, ThemeState, ValueOf } from '../../../shared/ipc/contract';
import type { Settings } from '../../../shared/ipc/settings';
import type { Workbench } from '../document/workbench';
import type { PriceDesk } from '../pricing/price-desk';

/** Facts and actions of the program that are not about the document. */
export type Program = {
  readonly about: () => Omit<ValueOf<'app.info'>, 'theme'>;
  readonly theme: () => ThemeState;
  readonly settings: () => Settings;
  readonly changeSettings: (change: Partial<Settings>) => Promise<Answer<Settings>>;
  /** Files named on the command line or by the system before the page was ready; each is answered once. */
  readonly takePendingPath: () => string | null;
  readonly pageIsReady: () => void;
};

export type Services = { readonly bench: Workbench; readonly program: Program; readonly prices: PriceDesk };

/** Carries out the requests of one channel. The request's shape and sender have been checked. */
export type Handler<C extends Channel> = (services: Services, request: RequestOf<C>) => Promise<Answer<ValueOf<C>>>;

/** One handler for each channel: a channel without one does not compile. */
export type Handlers = { readonly [C in Channel]: Handler<C> };
