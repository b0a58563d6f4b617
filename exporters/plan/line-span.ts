/** Lines of a file that come from one element or connection; counted from 0, both ends included. */
export interface LineSpan {
  readonly subject: string;
  readonly first: number;
  readonly last: number;
  /** The resource that the element stands for, among those around it. */
  readonly isMain?: true;
}
