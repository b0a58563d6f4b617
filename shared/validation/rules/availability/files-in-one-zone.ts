import { kinds } from '../../../catalog/services';
import type { Service, Topology, Zone } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { mountEverywhere } from '../../fixes/mount-everywhere';
import type { Rule, Violation } from '../../rule';
import { listNames, namesOf } from '../../wording';

/** Zones in which something uses the files without a mount target there. */
function unservedZones(topology: Topology, files: Service): Zone[] {
  const clients = topology.incoming(files.id).filter(({ kind }) => kind === 'data');
  const zones = new Set(clients.flatMap(({ from }) => from.zones));
  return [...zones].filter((zone) => !files.zones.includes(zone));
}

function checkFiles(topology: Topology, facts: Facts, files: Service): Violation | undefined {
  const { id, name, element, zones } = files;
  const { oneZone } = kinds.efs.read(element.settings);
  const unserved = unservedZones(topology, files);
  if (zones.length === 0 || (!oneZone && unserved.length === 0)) return undefined;
  const clients = namesOf([...new Set(topology.incoming(id).map(({ from }) => from))]);
  const fault = oneZone
    ? `${name} keeps its files in one zone only`
    : `${name} has no mount target in ${listNames(unserved.map(({ code }) => code))}, where ${clients} ${unserved.length > 0 ? 'uses it' : ''}`;
  return {
    severity: oneZone ? 'error' : 'warning',
    elements: [id],
    message: `${fault}. When ${zones[0]?.code ?? 'its zone'} fails, the other zones lose the files too. Keep them in every zone that uses them.`,
    evidence: oneZone ? facts.losses.evidence([files]) : {},
    fixes: [
      {
        id: 'everywhere',
        title: 'Keep the files, and a mount target, in every zone that uses them',
        kind: 'auto',
        apply: (design, newId) =>
          mountEverywhere(
            design,
            newId,
            id,
            unserved.map((zone) => zone.id),
          ),
      },
    ],
  };
}

export const filesInOneZone: Rule = {
  id: 'AVL-10',
  group: 'availability',
  byPart: 'with-losses',
  severity: 'error',
  title: 'Managed cluster is confined to one AZ',
  why: 'A service that AWS runs can span zones for the asking. Whatever shares it from another zone fails with the one it is in.',
  trigger:
    'A file system is of the One Zone class. A warning where it has no mount target in a zone in which something uses it.',
  guide: ['2.6'],
  references: ['AWS Trusted Advisor: EFS without mount target redundancy', 'AWS Well-Architected REL10-BP01'],
  check: (topology, facts) => mapDefined(topology.ofKind('efs'), (files) => checkFiles(topology, facts, files)),
};
