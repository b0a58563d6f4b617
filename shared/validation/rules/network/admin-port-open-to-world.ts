import { type Ingress, isWorld, type Service } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { ADMIN_PORTS, closeAdminPorts, limitToOffice } from '../../fixes/close-admin-ports';
import type { Rule, Violation } from '../../rule';

const NAMES: Readonly<Record<number, string>> = { 22: 'SSH (port 22)', 3389: 'RDP (port 3389)' };

const openPorts = ({ source, protocol, fromPort, toPort }: Ingress): number[] =>
  source.kind === 'cidr' && isWorld(source.cidr) && protocol === 'tcp'
    ? ADMIN_PORTS.filter((port) => port >= fromPort && port <= toPort)
    : [];

function checkService(service: Service): Violation | undefined {
  const { ingress: rules, traits } = service;
  if (!traits.inVpc) return undefined;
  const open = rules.filter((ingress) => openPorts(ingress).length > 0);
  if (open.length === 0) return undefined;
  const ports = ADMIN_PORTS.filter((port) => open.some((ingress) => openPorts(ingress).includes(port)));
  const connections = [...new Set(open.map(({ connectionId }) => connectionId).filter((id) => id !== null))];
  return {
    elements: [service.id],
    connections,
    message: `${service.name} accepts ${ports.map((port) => NAMES[port]).join(' and ')} from every address on the internet. Robots try logins there day and night. Close it, or let only your office in.`,
    fixes: [
      {
        id: 'close',
        title: 'Close it and use Session Manager instead',
        kind: 'choice',
        apply: (design) => closeAdminPorts(design, service.id, connections),
      },
      {
        id: 'office',
        title: 'Let only the office network in',
        kind: 'choice',
        apply: (design, newId) => limitToOffice(design, newId, service.id, connections),
      },
    ],
  };
}

export const adminPortOpenToWorld: Rule = {
  id: 'NET-04',
  group: 'network',
  byPart: true,
  severity: 'error',
  title: 'SSH or RDP is open to the world',
  why: 'A login port that everyone can reach is under attack at once and for ever; one weak password or one hole suffices.',
  trigger: 'A rule or drawn connection lets every address reach port 22 or 3389.',
  guide: ['4.7.8'],
  references: ['checkov CKV_AWS_24 and CKV_AWS_25'],
  check: (_topology, { openToAddresses }) => mapDefined(openToAddresses, checkService),
};
