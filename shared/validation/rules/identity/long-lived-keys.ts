import type { Element } from '../../../model/design';
import type { Service, Topology } from '../../../topology/topology';
import type { Facts } from '../../facts';
import { changeSettings } from '../../fixes/change-settings';
import { removeSecrets } from '../../fixes/remove-secrets';
import { awsAccessOf, CALLERS_OF_AWS } from '../../machine-access';
import { ofKinds } from '../../of-kinds';
import type { Rule, Violation } from '../../rule';

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

function check(topology: Topology, { guilty }: Facts): Violation[] {
  const machines = ofKinds(topology, CALLERS_OF_AWS).filter((service) => awsAccessOf(service) === 'keys');
  const told = new Set(machines.map(({ id }) => id));
  const written = guilty.filter(
    ({ element, own }) => !told.has(element.id) && own.some(({ kind }) => kind === 'access-key'),
  );
  return [...machines.map(reportMachine), ...written.map(({ element }) => reportText(element))];
}

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
