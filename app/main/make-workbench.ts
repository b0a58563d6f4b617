import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Dialogs } from './dialogs';
import { createDesk } from './document/desk';
import { createPageText } from './document/page-text';
import type { Page, Workbench } from './document/workbench';
import { checkDesign } from './files/check-design';
import { nodeDisk } from './files/disk';
import { openDrafts } from './files/drafts';
import { openExamples } from './files/examples';
import { openExportMemory } from './files/export-memory';
import { createExportPlaces } from './files/export-places';
import type { JsonStore, StoreTools } from './files/json-store';
import { openRecentFiles } from './files/recent-files';
import { createOrder } from './files/run-in-order';
import { openTemplates } from './files/templates';
import { createTickets } from './files/tickets';
import { openVersionHistory } from './files/version-history';

/** Folders the program works in, and the parts that the system gives. */
export type Surroundings = {
  readonly userData: string;
  readonly documents: string;
  readonly examples: string;
  readonly appVersion: string;
  readonly recentFiles: JsonStore<readonly string[]>;
  readonly dialogs: Dialogs;
  readonly page: Page;
  readonly onRecentChange: () => void;
};

/** How long a page may take to hand over its text before the draft is used instead. */
const pagePatienceMs = 5000;

export const randomId = (): string => randomBytes(16).toString('hex');

export const makeStoreTools = (): StoreTools => ({
  disk: nodeDisk,
  order: createOrder(),
  randomName: () => randomId().slice(0, 8),
  now: () => Date.now(),
});

/** Puts together all that opening and saving need, on the real disk. */
export const makeWorkbench = (tools: StoreTools, around: Surroundings): Workbench => {
  return {
    disk: tools.disk,
    order: tools.order,
    check: checkDesign,
    dialogs: around.dialogs,
    drafts: openDrafts(tools, join(around.userData, 'drafts')),
    history: openVersionHistory(tools, join(around.userData, 'history')),
    recent: openRecentFiles(around.recentFiles, around.onRecentChange),
    examples: openExamples(tools.disk, around.examples),
    templates: openTemplates(tools, join(around.userData, 'templates')),
    tickets: createTickets(randomId),
    exportPlaces: createExportPlaces(randomId),
    exportMemory: openExportMemory(tools, around.userData),
    desk: createDesk(),
    page: around.page,
    pageText: createPageText((payload) => around.page.send('document.textWanted', payload), randomId, pagePatienceMs),
    now: tools.now,
    randomId,
    appVersion: around.appVersion,
    documentsFolder: around.documents,
  };
};
