import type { Design } from '../../shared/model/design';
import type { Finding, Validation } from '../../shared/validation/validate';
import type { Problem } from '../parts/terminal';
import type { TargetResult } from './targets';

/** The least severity that makes a command fail. */
export type Bar = 'error' | 'warning' | 'none';

export interface CheckedFile {
  readonly file: string;
  readonly design: Design;
  /** The file as it was read, for the lines of its elements. */
  readonly text: string;
  readonly validation: Validation;
  /** Only the targets that were asked for. */
  readonly targets: readonly TargetResult[];
}

/** What is said about one file. */
export type FileReport = CheckedFile | { readonly file: string; readonly problem: Problem };

export interface ReportOptions {
  readonly failOn: Bar;
  readonly version: string;
}

/** Prints what was found in all files. */
export type Reporter = (reports: readonly FileReport[], options: ReportOptions) => string;

/** Only a fault counts; a question ("unknown") neither passes nor fails. */
export const reachesBar = ({ status, severity }: Finding, failOn: Bar): boolean =>
  status === 'fail' && failOn !== 'none' && (severity === 'error' || (severity === 'warning' && failOn === 'warning'));

/** Ids of elements, then of connections, each once. */
export const subjectsOf = ({ subjects }: Finding): string[] => [
  ...new Set([...subjects.elements, ...subjects.connections]),
];
