import type { Ticket } from '../../../shared/ipc/documents';

/** Where an export goes: chosen by a person, kept here so that the page never learns the path. */
export type ExportPlace = {
  /** The folder that holds every file of the export. */
  readonly base: string;
  readonly isFolder: boolean;
  /** What the design is exported as. */
  readonly exportTarget: string;
  /** Relative path → where it is written. */
  readonly targets: ReadonlyMap<string, string>;
  /** Relative path → revision of what was there when the place was chosen; absent where nothing was. */
  readonly revisions: ReadonlyMap<string, string>;
};

/** Remembers the places chosen in this session, the latest ones. */
export type ExportPlaces = {
  readonly keep: (place: ExportPlace) => Ticket;
  readonly find: (ticket: Ticket) => ExportPlace | undefined;
};

const REMEMBERED = 20;

export const createExportPlaces = (randomId: () => string): ExportPlaces => {
  const places = new Map<Ticket, ExportPlace>();
  return {
    keep: (place) => {
      const ticket = `export-${randomId()}`;
      places.set(ticket, place);
      for (const old of [...places.keys()].slice(0, -REMEMBERED)) places.delete(old);
      return ticket;
    },
    find: (ticket) => places.get(ticket),
  };
};
