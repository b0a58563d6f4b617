const REMEMBERED = 8;

let recent: readonly string[] = [];

/** Keys of the commands used last in this window, the latest first. */
export const recentCommands = (): readonly string[] => recent;

export function rememberCommand(key: string): void {
  recent = [key, ...recent.filter((other) => other !== key)].slice(0, REMEMBERED);
}
