import { spawnSync } from 'node:child_process';

/** An outside judge that must be installed on its own. */
export interface OutsideJudge {
  readonly command: string;
  /** What stays unjudged without it. */
  readonly judges: string;
  readonly install: string;
}

/** Says whether a command is on the PATH. */
export const isInstalled = (command: string): boolean =>
  spawnSync('sh', ['-c', 'command -v -- "$1"', 'sh', command]).status === 0;

/**
 * True where the judge can be asked. Else prints one line: what was not judged and how to install the judge.
 * @throws where CI=true, since there nothing may go unjudged
 */
export function isAvailable(judge: OutsideJudge): boolean {
  if (isInstalled(judge.command)) return true;
  const line = `${judge.command} is not installed: ${judge.judges} not judged. Install it with: ${judge.install}`;
  if (process.env.CI === 'true') throw new Error(line);
  console.log(line);
  return false;
}
