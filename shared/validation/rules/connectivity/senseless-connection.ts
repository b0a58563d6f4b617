import { definitionOf } from '../../../catalog/catalog';
import { connectionKindsBetween, connectionMeanings, isConnectionKind } from '../../../catalog/connections';
import type { Connection, Design } from '../../../model/design';
import type { Link, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { mendConnections } from '../../fixes/mend-connections';
import type { Rule, Violation } from '../../rule';
import { countOf } from '../../wording';

function kindsOf({ elements }: Design, { from, to }: Connection): readonly string[] | undefined {
  const source = elements.get(from)?.kind;
  const target = elements.get(to)?.kind;
  // What a newer version drew is not for this one to judge.
  if (source === undefined || target === undefined || !definitionOf(source) || !definitionOf(target)) return undefined;
  return from === to ? [] : connectionKindsBetween(source, target);
}

function readNonsense(design: Design, line: Connection): string | undefined {
  if (!isConnectionKind(line.kind)) return undefined;
  const kinds = kindsOf(design, line);
  if (kinds === undefined || kinds.includes(line.kind)) return undefined;
  const [from, to] = [design.elements.get(line.from)?.name, design.elements.get(line.to)?.name];
  return `${from} ${connectionMeanings[line.kind].title} ${line.from === line.to ? 'itself' : to}`;
}

function report(source: string, lines: readonly { id: string; text: string }[]): Violation {
  const [first] = lines;
  const rest = lines.length > 1 ? ` (and ${countOf(lines.length - 1, 'more connection')} like it)` : '';
  return {
    elements: [source],
    connections: lines.map(({ id }) => id),
    message: `"${first?.text ?? ''}" does not exist in AWS${rest}. It cannot be exported, and what it was to say is missing from prices and checks. Turn it round, change its meaning or delete it.`,
    fixes: [
      {
        id: 'mend',
        title: 'Turn it round or give it the meaning it can have; delete it where there is none',
        kind: 'auto',
        apply: (design) =>
          mendConnections(
            design,
            lines.map(({ id }) => id),
          ),
      },
    ],
  };
}

const makesSense = ({ kind, from, to }: Link): boolean =>
  from !== to && connectionKindsBetween(from.kind, to.kind).includes(kind);

/** What may be nonsense: where every connection joins services or people, as in nearly all designs, that is told by its ends. */
const suspects = ({ connections, links }: Topology): readonly Connection[] =>
  connections.length > links.length
    ? connections
    : links.filter((link) => !makesSense(link)).map(({ connection }) => connection);

function check(topology: Topology): Violation[] {
  const bySource = new Map<string, { id: string; text: string }[]>();
  const { design } = topology;
  const lines = mapDefined(suspects(topology), (line) => {
    const text = readNonsense(design, line);
    return text === undefined ? undefined : { line, text };
  });
  for (const { line, text } of lines.sort((a, b) => (a.line.id < b.line.id ? -1 : 1))) {
    const known = bySource.get(line.from);
    if (known) known.push({ id: line.id, text });
    else bySource.set(line.from, [{ id: line.id, text }]);
  }
  return [...bySource].map(([source, found]) => report(source, found));
}

export const senselessConnection: Rule = {
  id: 'CON-08',
  group: 'connectivity',
  byPart: true,
  severity: 'error',
  title: 'Connection makes no sense',
  why: 'A database does not call a load balancer. A line that says so usually means its reverse, and then the checks see the wrong design.',
  trigger: 'A connection of a kind that does not exist between its two ends, or from an element to itself.',
  guide: [],
  references: ['AWS Well-Architected REL03-BP01'],
  check,
};
