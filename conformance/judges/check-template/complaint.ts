/** What the template check can object to; one code per sort of fault. */
export type ComplaintCode =
  | 'unknown-section'
  | 'logical-id'
  | 'limit'
  | 'unknown-type'
  | 'unknown-attribute'
  | 'unknown-property'
  | 'missing-required'
  | 'wrong-type'
  | 'value-not-allowed'
  | 'get-att-name'
  | 'unknown-reference'
  | 'cycle';

/** One objection. `path` names the place from the template's root, joined by dots. */
export interface Complaint {
  readonly code: ComplaintCode;
  readonly path: string;
  readonly message: string;
}

export type Complain = (code: ComplaintCode, path: string, message: string) => void;

export const describeComplaint = ({ code, path, message }: Complaint): string => `${code} at ${path}: ${message}`;
