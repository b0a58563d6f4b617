import type { EntryOutage } from './entry-outage';
import type { FailureSet } from './failures';
import type { LostSessions } from './lost-sessions';
import type { ServiceOutage } from './outage';

const MAX_NAMES = 3;

/** `A, B and C`, or `A, B, C and 4 more`. */
function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function tellEntries(entries: readonly EntryOutage[]): string {
  const named = (state: EntryOutage['state']): string[] =>
    entries.filter((entry) => entry.state === state).map(({ name }) => name);
  const down = named('down');
  const degraded = named('degraded');
  if (entries.length === 0) return 'nobody is drawn who would notice';
  const parts: string[] = [];
  if (down.length > 0) parts.push(`nothing works for ${listNames(down)}`);
  if (degraded.length > 0) {
    const broken = entries.some(({ state, brokenPaths }) => state === 'degraded' && brokenPaths.length > 0);
    parts.push(`${listNames(degraded)} ${broken ? 'can use only part of it' : 'can still work, with less behind it'}`);
  }
  return parts.length > 0 ? parts.join('; ') : 'everything still works for those who use it';
}

/** One sentence on the whole outage. */
export function summarise(
  failed: FailureSet,
  services: readonly ServiceOutage[],
  entries: readonly EntryOutage[],
  lostSessions: readonly LostSessions[],
): string {
  if (failed.names.length === 0) return 'Nothing fails, so everything works as before.';
  const lost = services.filter(({ cause }) => cause === 'lost').length;
  const stuck = services.filter(({ cause }) => cause === 'dependency').length;
  const degraded = services.filter(({ state }) => state === 'degraded').length;
  const counts = [
    lost > 0 ? `${count(lost, 'service')} down` : '',
    stuck > 0 ? `${stuck} more stopped by that` : '',
    degraded > 0 ? `${degraded} degraded` : '',
  ].filter(Boolean);
  const sessions = lostSessions.length > 0 ? '; users lose sessions' : '';
  const toll = counts.length > 0 ? counts.join(', ') : 'no service affected';
  return `Without ${listNames(failed.names)}, ${tellEntries(entries)}: ${toll}${sessions}.`;
}
