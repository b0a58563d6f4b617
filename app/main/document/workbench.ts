import type { EventName } from '../../../shared/ipc/channels';
import type { EventPayloads } from '../../../shared/ipc/desktop-api';
import type { Dialogs } from '../dialogs';
import type { Disk } from '../files/disk';
import type { Drafts } from '../files/drafts';
import type { Examples } from '../files/examples';
import type { ExportMemory } from '../files/export-memory';
import type { ExportPlaces } from '../files/export-places';
import type { CheckDesign } from '../files/read-design-file';
import type { RecentFiles } from '../files/recent-files';
import type { RunInOrder } from '../files/run-in-order';
import type { Templates } from '../files/templates';
import type { Tickets } from '../files/tickets';
import type { VersionHistory } from '../files/version-history';
import type { Desk } from './desk';
import type { PageText } from './page-text';

/** The page in the window, seen from here: a place to send events to. */
export type Page = { readonly send: <E extends EventName>(event: E, payload: EventPayloads[E]) => void };

/** All that opening, saving and closing need. Made in the composition root, so that tests can put other ports in. */
export type Workbench = {
  readonly disk: Disk;
  readonly order: RunInOrder;
  readonly check: CheckDesign;
  readonly dialogs: Dialogs;
  readonly drafts: Drafts;
  readonly history: VersionHistory;
  readonly recent: RecentFiles;
  readonly examples: Examples;
  readonly templates: Templates;
  readonly tickets: Tickets;
  readonly exportPlaces: ExportPlaces;
  readonly exportMemory: ExportMemory;
  readonly desk: Desk;
  readonly page: Page;
  readonly pageText: PageText;
  readonly now: () => number;
  readonly randomId: () => string;
  readonly appVersion: string;
  readonly documentsFolder: string;
};
