import type { Ticket } from '../../../shared/ipc/documents';

/** Hands out names for files and drafts, so that the page can speak of them without knowing a path. Valid for this session only. */
export type Tickets = {
  /** The same thing always gets the same ticket. */
  readonly issue: (kind: 'recent' | 'draft', value: string) => Ticket;
  readonly find: (kind: 'recent' | 'draft', ticket: Ticket) => string | undefined;
};

export const createTickets = (randomId: () => string): Tickets => {
  const values = new Map<Ticket, string>();
  const tickets = new Map<string, Ticket>();
  return {
    issue: (kind, value) => {
      const key = `${kind} ${value}`;
      const ticket = tickets.get(key) ?? `${kind}-${randomId()}`;
      tickets.set(key, ticket);
      values.set(ticket, value);
      return ticket;
    },
    find: (kind, ticket) => (ticket.startsWith(`${kind}-`) ? values.get(ticket) : undefined),
  };
};
