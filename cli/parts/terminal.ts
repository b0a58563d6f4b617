import { printable } from '../../shared/util/printable';

export { printable } from '../../shared/util/printable';

/** Where a command writes. Text for people is made printable by the command; data goes out as it is. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
}

/** What went wrong, for a person. */
export interface Problem {
  readonly message: string;
  readonly details?: readonly string[];
}

/** Exit codes of every command. */
export const exitCodes = { fine: 0, findings: 1, unusable: 2 } as const;

export function reportProblem(terminal: Terminal, file: string, { message, details = [] }: Problem): void {
  terminal.error(`${printable(file)}: ${printable(message)}\n`);
  for (const detail of details) terminal.error(`  ${printable(detail)}\n`);
}
