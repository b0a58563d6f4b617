import { foldText } from '../../fold-text';

const START = 12;
const WORD = 8;
const RUN = 5;
const HIT = 1;
const LENGTH_COST = 0.02;
/** Longer texts are compared by their beginning only. */
const LONGEST = 200;

const isWordStart = (text: string, index: number): boolean =>
  index === 0 || /[^\p{L}\p{N}]/u.test(text[index - 1] ?? '');

/** Best score of placing the letters of a word, in order, from `from` on; undefined where they are not all there. */
function rankWord(text: string, word: string): number | undefined {
  // best[i]: the best score with the letter just placed at text position i.
  let best: (number | undefined)[] = [];
  for (let letter = 0; letter < word.length; letter += 1) {
    const next: (number | undefined)[] = [];
    let reachable: number | undefined = letter === 0 ? 0 : undefined;
    for (let index = 0; index < text.length; index += 1) {
      const adjacent = best[index - 1];
      if (text[index] === word[letter]) {
        const bonus = HIT + (index === 0 ? START : isWordStart(text, index) ? WORD : 0);
        const apart = reachable === undefined ? undefined : reachable + bonus;
        const joined = adjacent === undefined ? undefined : adjacent + bonus + RUN;
        next[index] = apart === undefined ? joined : Math.max(apart, joined ?? apart);
      }
      if (adjacent !== undefined) reachable = Math.max(reachable ?? adjacent, adjacent);
    }
    best = next;
  }
  const scores = best.filter((score) => score !== undefined);
  return scores.length === 0 ? undefined : Math.max(...scores);
}

/**
 * How well a text fits what was typed: every word's letters appear in it in order. More is better, letters that stand together or
 * begin a word count most, shorter texts win a tie; undefined where it does not fit, 0 for an empty query.
 */
export function rankFuzzily(query: string, text: string): number | undefined {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const folded = foldText(text.slice(0, LONGEST));
  let sum = 0;
  for (const word of words) {
    const rank = word.length > folded.length ? undefined : rankWord(folded, word);
    if (rank === undefined) return undefined;
    sum += rank;
  }
  return words.length === 0 ? 0 : sum - folded.length * LENGTH_COST;
}
