import { definitionOf } from '../../../../shared/catalog/catalog';
import { type Action, labelOf } from '../../actions/action';
import type { AppState } from '../../store/state';
import { rankFuzzily } from './rank-fuzzily';

/** One line of the command palette: an action to run or an element to go to. */
export type Command =
  | { readonly key: string; readonly title: string; readonly detail: string; readonly action: Action }
  | {
      readonly key: string;
      readonly title: string;
      readonly detail: string;
      readonly element: string;
      readonly kind: string;
    };

const SHOWN = 60;
/** What was used lately comes before equals, never before a much better fit. */
const RECENT_BONUS = 6;

const actionCommands = (actions: readonly Action[], state: AppState): Command[] =>
  actions
    .filter((action) => action.isEnabled(state))
    .map((action) => ({ key: `action ${action.id}`, title: labelOf(action, state), detail: action.group, action }));

const elementCommands = ({ design }: AppState): Command[] =>
  [...design.elements.values()].map(({ id, kind, name }) => ({
    key: `element ${id}`,
    title: name,
    detail: definitionOf(kind)?.title ?? kind,
    element: id,
    kind,
  }));

/** What may be typed of a command: its own words count fully, those beside it a little. */
function rankCommand(query: string, { title, detail }: Command): number | undefined {
  const own = rankFuzzily(query, title);
  if (own !== undefined) return own;
  const whole = rankFuzzily(query, `${title} ${detail}`);
  return whole === undefined ? undefined : whole / 2;
}

/**
 * The commands that fit what was typed, best first. Where nothing is typed: what was used lately, then every action that can be
 * run now; elements come up by their names and kinds.
 */
export function listCommands(
  query: string,
  state: AppState,
  actions: readonly Action[],
  recent: readonly string[],
): readonly Command[] {
  const possible = actionCommands(actions, state);
  const recency = new Map(recent.map((key, index) => [key, recent.length - index]));
  const all = [...possible, ...elementCommands(state)];
  if (query.trim() === '') {
    const used = all.filter(({ key }) => recency.has(key));
    used.sort((a, b) => (recency.get(b.key) ?? 0) - (recency.get(a.key) ?? 0));
    return [...used, ...possible.filter(({ key }) => !recency.has(key))].slice(0, SHOWN);
  }
  const ranked = all.flatMap((command, index) => {
    const rank = rankCommand(query, command);
    return rank === undefined ? [] : [{ command, index, rank: rank + (recency.has(command.key) ? RECENT_BONUS : 0) }];
  });
  ranked.sort((a, b) => b.rank - a.rank || a.index - b.index);
  return ranked.slice(0, SHOWN).map(({ command }) => command);
}
