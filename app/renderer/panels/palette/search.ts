import { foldText } from '../../fold-text';
import type { PaletteEntry } from './entries';

/** How well one word fits an entry; 0 is not at all. The title counts more than keywords, those more than the summary. */
function rankWord(entry: PaletteEntry, word: string): number {
  const title = foldText(entry.title);
  if (title.startsWith(word)) return 6;
  if (title.split(/[^a-z0-9]+/).some((part) => part.startsWith(word))) return 5;
  if (entry.keywords.some((keyword) => foldText(keyword).startsWith(word))) return 4;
  if (entry.kind.includes(word)) return 3;
  if (title.includes(word) || entry.keywords.some((keyword) => foldText(keyword).includes(word))) return 2;
  return foldText(`${entry.category} ${entry.summary}`).includes(word) ? 1 : 0;
}

/** The entries that fit every word of the query, best first; all of them in their order for an empty query. */
export function searchEntries(entries: readonly PaletteEntry[], query: string): readonly PaletteEntry[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  const ranked = entries.flatMap((entry, index) => {
    const ranks = words.map((word) => rankWord(entry, word));
    return ranks.every((rank) => rank > 0) ? [{ entry, index, rank: ranks.reduce((sum, rank) => sum + rank, 0) }] : [];
  });
  return ranked.sort((a, b) => b.rank - a.rank || a.index - b.index).map(({ entry }) => entry);
}
