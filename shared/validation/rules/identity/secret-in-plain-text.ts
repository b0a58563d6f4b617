import type { Connection, Element } from '../../../model/design';
import type { Topology } from '../../../topology/topology';
import { groupBy } from '../../../util/grouping';
import { mapDefined } from '../../../util/lists';
import { compareText } from '../../../util/sorting';
import { removeSecrets } from '../../fixes/remove-secrets';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';
import { secretsIn } from '../../written-secrets';

/** An element with its own text and the labels of what leaves it. */
function checkElement(element: Element, lines: readonly Connection[]): Violation | undefined {
  if (lines.length === 0 && secretsIn(element).length === 0) return undefined;
  const parts = [element, ...lines].map((part) => ({
    id: part.id,
    found: secretsIn(part).filter(({ kind }) => kind === 'secret'),
  }));
  const guilty = parts.filter(({ found }) => found.length > 0);
  if (guilty.length === 0) return undefined;
  const ids = guilty.map(({ id }) => id);
  const names = [...new Set(guilty.flatMap(({ found }) => found.map(({ name }) => name)))];
  return {
    elements: [element.id],
    connections: lines.filter(({ id }) => ids.includes(id)).map(({ id }) => id),
    message: `The text of an element, or of a connection that leaves it, holds what looks like ${listNames(names)}. It is saved with the design and goes wherever the file goes. Take it out, change it where it is used, and keep it in a secret store.`,
    fixes: [
      {
        id: 'remove',
        title: 'Take it out of the design',
        kind: 'auto',
        apply: (design) => removeSecrets(design, ids, 'secret'),
      },
    ],
  };
}

const NO_LINES: readonly Connection[] = [];

function check({ elements, connections }: Topology): Violation[] {
  const labelled = mapDefined(connections, (line) => (secretsIn(line).length > 0 ? line : undefined)).sort((a, b) =>
    compareText(a.id, b.id),
  );
  const leaving = groupBy(labelled, ({ from }) => from);
  return mapDefined(elements, (element) => checkElement(element, leaving.get(element.id) ?? NO_LINES));
}

export const secretInPlainText: Rule = {
  id: 'IAM-03',
  group: 'identity',
  byPart: true,
  severity: 'error',
  title: 'Secret in plain text',
  why: 'A design is mailed, printed and kept in version control. Whoever reads it can use what is written in it, for ever.',
  trigger: 'A name, note, setting or label contains something with the shape of a password, a token or a private key.',
  guide: ['4.7.4', '4.7.10'],
  references: ['AWS Well-Architected SEC02-BP03', 'checkov CKV_AWS_45 and CKV_AWS_46'],
  check,
};
