import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const ROTATION_DAYS = 30;
const MANUAL: Fix = {
  id: 'rotate',
  title: 'Draw a function that changes the secret, and connect the secret to it',
  kind: 'manual',
};

function checkSecret(topology: Topology, secret: Service): Violation | undefined {
  const { id, name, element } = secret;
  const { rotationDays } = kinds.secret.read(element.settings);
  const changed = topology.outgoing(id).some(({ kind, to }) => kind === 'uses' && to.definition.family === 'function');
  const readers = topology.incoming(id).filter(({ kind }) => kind === 'data');
  if (readers.length === 0 || (rotationDays > 0 && changed)) return undefined;
  const callers = [...new Set(readers.map(({ from }) => from))];
  const fault =
    rotationDays > 0
      ? `${name} is to change every ${rotationDays} days, but no function changes it`
      : `${name}, read by ${namesOf(callers)}, never changes`;
  return {
    elements: [id, ...new Set(readers.map(({ from }) => from.id))],
    message: `${fault}. Whoever once saw it can use it for ever, and nobody would notice. Let it change by itself.`,
    fixes: [
      changed ? changeSettings(id, `Change it every ${ROTATION_DAYS} days`, { rotationDays: ROTATION_DAYS }) : MANUAL,
    ],
  };
}

export const secretNeverChanges: Rule = {
  id: 'IAM-04',
  group: 'identity',
  byPart: true,
  severity: 'warning',
  title: 'Database credentials are not managed or never rotate',
  why: 'People leave, logs are kept and laptops get lost; a secret is only as safe as everybody who ever saw it.',
  trigger:
    'A secret that something reads does not change by itself. Passwords of RDS and Aurora are made and changed by AWS in every template.',
  guide: ['4.7.9', '4.7.10'],
  references: ['AWS Well-Architected SEC02-BP03', 'checkov CKV2_AWS_57'],
  check: (topology) => mapDefined(topology.ofKind('secret'), (secret) => checkSecret(topology, secret)),
};
