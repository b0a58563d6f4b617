/** Every request the page may send to the main process. Free of zod, so that the preload script stays small. */
export const channels = [
  'app.info',
  'app.ready',
  'design.new',
  'design.open',
  'design.read',
  'design.openTicket',
  'design.openExample',
  'design.openTemplate',
  'design.save',
  'design.saveAs',
  'document.state',
  'document.text',
  'draft.put',
  'recovery.list',
  'recovery.take',
  'recovery.discard',
  'history.list',
  'history.open',
  'recent.list',
  'recent.clear',
  'examples.list',
  'templates.list',
  'templates.read',
  'templates.put',
  'templates.rename',
  'templates.remove',
  'export.save',
  'picture.save',
  'export.choose',
  'export.read',
  'export.write',
  'settings.get',
  'settings.set',
  'openExternal',
  'prices.status',
  'prices.profiles',
  'prices.refresh',
  'prices.cancel',
] as const;

export type PageChannel = (typeof channels)[number];

/** Sent by the preload script alone: it carries the path of a dropped file, which the page never sees. */
export const droppedFileChannel = 'design.openDropped' as const;

export type Channel = PageChannel | typeof droppedFileChannel;

/** Every event the main process may send to the page. */
export const events = [
  'menu.command',
  'document.open',
  'document.saved',
  'document.textWanted',
  'theme.changed',
  'notice',
  'prices.progress',
] as const;

export type EventName = (typeof events)[number];
