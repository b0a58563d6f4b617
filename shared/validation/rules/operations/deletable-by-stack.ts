import { kindsWithSetting } from '../../../catalog/catalog';
import type { Service } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import { ofKinds } from '../../of-kinds';
import type { Rule, Violation } from '../../rule';

const PROTECTABLE = kindsWithSetting('deletionProtection');

const isProtected = ({ definition, element }: Service): boolean =>
  definition.read(element.settings).deletionProtection === true;

function report({ id, name, traits }: Service): Violation {
  const loss = traits.stateful
    ? 'A wrong click or a stack that is taken down takes the data with it'
    : 'A wrong click or a stack that is taken down cuts off all users';
  return {
    severity: traits.stateful ? 'warning' : 'info',
    elements: [id],
    message: `${name} can be deleted like anything else. ${loss}. Turn deletion protection on.`,
    fixes: [changeSettings(id, 'Turn on deletion protection', { deletionProtection: true })],
  };
}

export const deletableByStack: Rule = {
  id: 'OPS-06',
  group: 'operations',
  byPart: true,
  severity: 'warning',
  title: 'Stateful resource can be deleted by a stack operation',
  why: 'Deleting is one click and restoring is a day. Protection makes it two deliberate steps.',
  trigger: 'A database, table or load balancer has deletion protection off. Advice only for load balancers.',
  guide: [],
  references: ['AWS Well-Architected REL09-BP02', 'checkov CKV_AWS_150 and CKV_AWS_293'],
  check: (topology) =>
    ofKinds(topology, PROTECTABLE)
      .filter((service) => !isProtected(service))
      .map(report),
};
