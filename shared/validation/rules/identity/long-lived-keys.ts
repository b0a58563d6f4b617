import type { Element } from '../../../model/design';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import { removeSecrets } from '../../fixes/remove-secrets';
import { awsAccessOf } from '../../machine-access';
import type { Rule, Violation } from '../../rule';
import { secretsIn } from '../../written-secrets';

const reportMachine = ({ id, name }: Service): Violation => ({
  elements: [id],
  message: `${name} proves itself to AWS with access keys that never expire. They lie on its disk, in its backups and with whoever set it up, and work from anywhere. Give it a role, whose keys last for hours.`,
  fixes: [changeSettings(id, 'Give it a role', { awsAccess: 'role' })],
});

const reportText = ({ id }: Element): Violation => ({
  elements: [id],
  message:
    'The text of an element holds what looks like an access key of AWS. Whoever reads the design knows it. Take it out, delete the key in IAM, and use a role.',
  fixes: [
    {
      id: 'remove',
      title: 'Take the key out of the design',
      kind: 'auto',
      apply: (design) => removeSecrets(design, [id], 'access-key'),
    },
  ],
});

const check = (topology: Topology): Violation[] => {
  const machines = topology.services.filter((service) => awsAccessOf(service) === 'keys');
  const told = new Set(machines.map(({ id }) => id));
  const written = mapDefined(topology.elements, (element) => {
    const secrets = secretsIn(element);
    if (secrets.length === 0 || told.has(element.id)) return undefined;
    return secrets.some(({ kind }) => kind === 'access-key') ? element : undefined;
  });
  return [...machines.map(reportMachine), ...written.map(reportText)];
};

export const longLivedKeys: Rule = {
  id: 'IAM-02',
  group: 'identity',
  byPart: true,
  severity: 'error',
  title: 'Long-lived access keys',
  why: 'Keys that never expire are found sooner or later: in an image, a repository, a laptop that was sold.',
  trigger: 'A machine calls services of AWS with access keys, or a name, note or setting contains one.',
  guide: ['4.7.4', '4.7.5'],
  references: ['AWS Well-Architected SEC02-BP02'],
  check,
};
