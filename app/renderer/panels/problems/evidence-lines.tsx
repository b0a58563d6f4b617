import type { Design } from '../../../../shared/model/design';
import { nameSubject } from '../../../../shared/model/name-subject';
import type { Finding } from '../../../../shared/validation/rule';
import { shorten } from '../../format';
import { useApp } from '../../store/app';

const MOST = 8;

function listNames(design: Design, ids: readonly string[], separator: string): string {
  const names = ids.slice(0, MOST).map((id) => shorten(nameSubject(design, id), 40));
  return [...names, ...(ids.length > MOST ? [`${ids.length - MOST} more`] : [])].join(separator);
}

/** Shortest way from the first id along the dead path to anything that fails; undefined where there is none. */
function findWay(
  design: Design,
  start: string,
  path: ReadonlySet<string>,
  cut: ReadonlySet<string>,
): string[] | undefined {
  const before = new Map<string, string | null>([[start, null]]);
  for (const id of before.keys()) {
    if (cut.has(id)) {
      const way: string[] = [];
      for (let at: string | null = id; at !== null; at = before.get(at) ?? null) way.unshift(at);
      return way;
    }
    for (const connection of path) {
      const drawn = design.connections.get(connection);
      if (drawn?.from === id && !before.has(drawn.to)) before.set(drawn.to, id);
    }
  }
  return undefined;
}

/** From each who calls first to what fails. */
function listWays(design: Design, path: readonly string[], cut: readonly string[]): string[][] {
  const called = new Set(path.flatMap((id) => design.connections.get(id)?.to ?? []));
  const starts = path.filter((id) => design.elements.has(id) && !called.has(id));
  return starts.flatMap((start) => {
    const way = findWay(design, start, new Set(path), new Set(cut));
    return way ? [way] : [];
  });
}

/** What a single point of failure takes with it: what fails, the path that is dead then, the tiers nobody reaches. */
function tell(design: Design, { evidence }: Finding): [string, string][] {
  const { cut = [], path = [], darkTiers = [] } = evidence;
  if (path.length === 0 && darkTiers.length === 0) return [];
  const ways = listWays(design, path, cut).map((way) => listNames(design, way, ' → '));
  const lines: [string, string][] = [
    ['Fails', listNames(design, cut, ', ')],
    ...ways.slice(0, 2).map((way): [string, string] => ['Dead path', way]),
    ['Dark tiers', listNames(design, darkTiers, ', ')],
  ];
  return lines.filter(([, text]) => text !== '');
}

/** The proof of a single point of failure, in words; the canvas shows the same. */
export const EvidenceLines = ({ finding }: { readonly finding: Finding }) => {
  const design = useApp((state) => state.design);
  const lines = tell(design, finding);
  if (lines.length === 0) return null;
  return (
    <dl className="finding__evidence ui-selectable">
      {lines.map(([title, text]) => (
        <div key={`${title} ${text}`}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
};
