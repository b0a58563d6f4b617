import type { Connection, Element } from '../../../model/design';
import type { Topology } from '../../../topology/topology';
import { removeSecrets } from '../../fixes/remove-secrets';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';
import { secretsIn } from '../../written-secrets';

function checkPart(part: Element | Connection, where: string, elements: readonly string[], lines: readonly string[]) {
  const found = secretsIn(part).filter(({ kind }) => kind === 'secret');
  if (found.length === 0) return undefined;
  const violation: Violation = {
    elements,
    connections: lines,
    message: `${where} holds what looks like ${listNames(found.map(({ name }) => name))}, in plain text. It is saved with the design and goes wherever the file goes. Take it out, change it where it is used, and keep it in a secret store.`,
    fixes: [
      {
        id: 'remove',
        title: 'Take it out of the design',
        kind: 'auto',
        apply: (design) => removeSecrets(design, part.id, 'secret'),
      },
    ],
  };
  return violation;
}

const check = (topology: Topology): Violation[] =>
  [
    ...[...topology.design.elements.values()].map((element) =>
      checkPart(element, 'The text of an element', [element.id], []),
    ),
    ...[...topology.design.connections.values()].map((line) =>
      checkPart(line, 'The label of a connection', [line.from, line.to], [line.id]),
    ),
  ].filter((found) => found !== undefined);

export const secretInPlainText: Rule = {
  id: 'IAM-03',
  group: 'identity',
  severity: 'error',
  title: 'Secret in plain text',
  why: 'A design is mailed, printed and kept in version control. Whoever reads it can use what is written in it, for ever.',
  trigger: 'A name, note, setting or label contains something with the shape of a password, a token or a private key.',
  guide: ['4.7.4', '4.7.10'],
  references: ['AWS Well-Architected SEC02-BP03', 'checkov CKV_AWS_45 and CKV_AWS_46'],
  check,
};
