import { parseCidr } from '../../../model/cidr';
import { isWorld, type Service, type Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { removeParts } from '../../fixes/remove-parts';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';

/** An office has a few hundred addresses; more is a list that nobody made. */
const WIDEST_PREFIX = 24;

/** Ranges from which it lets administrators in that are wider than an office; the whole internet is NET-04's. */
function wideRanges({ ingress }: Service): string[] {
  const ranges = ingress.flatMap(({ source }) => (source.kind === 'cidr' && !isWorld(source.cidr) ? source.cidr : []));
  return [...new Set(ranges)].filter((cidr) => (parseCidr(cidr)?.prefix ?? 32) < WIDEST_PREFIX);
}

function checkBastion(topology: Topology, bastion: Service): Violation | undefined {
  const { id, name } = bastion;
  const wide = wideRanges(bastion);
  if (wide.length > 0)
    return {
      elements: [id],
      message: `${name} lets in administrators from ${listNames(wide)}, thousands of addresses. Narrow it to those they really have, a /24 at most.`,
      fixes: [{ id: 'narrow', title: 'Write down the addresses of the office, and only those', kind: 'manual' }],
    };
  const used = topology.outgoing(id).length > 0 || topology.incoming(id).length === 0;
  const machines = topology.services.some(
    ({ definition, vpc }) => definition.family === 'compute' && vpc === bastion.vpc,
  );
  if (used || !machines || topology.links.length === 0) return undefined;
  return {
    severity: 'info',
    elements: [id],
    message: `${name} is a door to the network, and no connection leads on from it. Machines can be managed through Session Manager without any. Connect it to what it manages, or delete it.`,
    fixes: [
      { id: 'delete', title: `Delete ${name}`, kind: 'choice', apply: (design) => removeParts(design, [id]) },
      { id: 'connect', title: 'Connect it to the machines it leads to', kind: 'manual' },
    ],
  };
}

export const bastionIsLoose: Rule = {
  id: 'NET-06',
  group: 'network',
  severity: 'warning',
  title: 'Bastion is missing, loose or not needed',
  why: 'The one machine that leads everywhere deserves the shortest list of visitors, or not to be there at all.',
  trigger:
    'A bastion host lets in a range of addresses wider than a /24. Advice where people come in and nothing leads on. That one is missing is no fault: every machine the templates make can be reached through Session Manager.',
  guide: ['4.7.8'],
  references: ['AWS Well-Architected SEC06-BP05'],
  check: (topology) => mapDefined(topology.ofKind('bastion-host'), (bastion) => checkBastion(topology, bastion)),
};
