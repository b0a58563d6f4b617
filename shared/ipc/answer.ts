/** Why a request to the main process was not carried out. */
export const failureCodes = [
  'cancelled', // the user chose Cancel; show nothing
  'denied', // wrong sender, or an address that is not on the allow list
  'bad-request', // the request does not have the channel's shape
  'unknown-ticket', // the ticket names no document or file of this session
  'not-found',
  'not-a-file', // folder, FIFO, socket, device
  'no-permission',
  'read-only', // file, folder or disk cannot be written
  'disk-full',
  'too-large',
  'empty-file',
  'not-a-design', // not text, not JSON, another format, a newer version, or damaged
  'bad-name',
  'changed', // the file is not what it was when somebody agreed to replace it
  'incomplete-write', // the disk took fewer bytes than it was given
  'io', // any other fault of the disk
  'internal', // a fault of the program
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** `message` is for people: what happened, to what, and what to do next. It never holds a full path. */
export type Failure = { readonly ok: false; readonly code: FailureCode; readonly message: string };

/** What every request is answered with; nothing throws across the process boundary. */
export type Answer<T> = { readonly ok: true; readonly value: T } | Failure;

export const succeed = <T>(value: T): Answer<T> => ({ ok: true, value });

export const fail = (code: FailureCode, message: string): Failure => ({ ok: false, code, message });
