import { mapDefined } from '../../../util/lists';
import { removeSecrets } from '../../fixes/remove-secrets';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';
import type { Guilty, WrittenSecret } from '../../written-secrets';

const isSecret = ({ kind }: WrittenSecret): boolean => kind === 'secret';

/** An element with its own text and the labels of what leaves it. */
function checkElement({ element, own, lines }: Guilty): Violation | undefined {
  const labels = lines.filter(({ secrets }) => secrets.some(isSecret));
  const found = [own, ...labels.map(({ secrets }) => secrets)].flat().filter(isSecret);
  if (found.length === 0) return undefined;
  const connections = labels.map(({ id }) => id);
  const ids = own.some(isSecret) ? [element.id, ...connections] : connections;
  const names = [...new Set(found.map(({ name }) => name))];
  return {
    elements: [element.id],
    connections,
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
  check: (_topology, { guilty }) => mapDefined(guilty, checkElement),
};
