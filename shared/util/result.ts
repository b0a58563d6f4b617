/** Outcome of something that can fail in an expected way; bugs throw instead. */
export type Result<T, E = Fault> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A failure addressed to the user: what happened, with which value, and what to do next. */
export interface Fault {
  readonly code: FaultCode;
  readonly message: string;
  /** Further places or values, one sentence each. */
  readonly details?: readonly string[];
}

/** Every expected failure of the core, in one list. */
export type FaultCode =
  | 'empty-file'
  | 'too-large'
  | 'not-json'
  | 'not-a-design'
  | 'newer-version'
  | 'bad-version'
  | 'unsafe-key'
  | 'too-deep'
  | 'bad-shape'
  | 'duplicate-id'
  | 'missing-parent'
  | 'cyclic-parents'
  | 'dangling-reference'
  | 'unknown-element'
  | 'unknown-kind'
  | 'illegal-placement'
  | 'illegal-connection'
  | 'locked'
  | 'bad-setting'
  | 'no-free-cidr'
  | 'stale-diff'
  | 'not-now';

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = (
  code: FaultCode,
  message: string,
  details?: readonly string[],
): { readonly ok: false; readonly error: Fault } => ({
  ok: false,
  error: details === undefined ? { code, message } : { code, message, details },
});
