import type { Service, Subnet } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { isolateDataStore } from '../../fixes/hide-data-store';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';

const isManaged = ({ definition }: Service): boolean =>
  definition.family === 'relational' || definition.family === 'cache';

const STORES = ['database', 'cache'] as const;

const isPrivate = (subnet: Subnet): boolean => subnet.class === 'private';

function checkStore(store: Service): Violation | undefined {
  if (!isManaged(store) || !store.subnets.some(isPrivate)) return undefined;
  const open = store.subnets.filter(isPrivate);
  const names = listNames(open.map(({ element }) => element.name));
  return {
    elements: [store.id, ...open.map(({ id }) => id)],
    message: `${store.name} lies in ${names} with a route to the internet, which it never needs. Whoever takes it over can send the data out. Move it to isolated subnets.`,
    fixes: [
      {
        id: 'isolate',
        title: 'Move it to isolated subnets',
        kind: 'auto',
        apply: (design, newId) => isolateDataStore(design, newId, store.id),
      },
    ],
  };
}

export const dataTierMayCallOut: Rule = {
  id: 'NET-09',
  group: 'network',
  byPart: true,
  severity: 'warning',
  title: 'Data tier may call out to the internet',
  why: 'Stolen data leaves through the way out. A store without one keeps it, even when someone got in.',
  trigger: 'A managed database or cache lies in subnets whose default route leads to a NAT gateway.',
  guide: ['4.7.12'],
  references: ['AWS Well-Architected SEC05-BP01', 'checkov CKV_AWS_382'],
  check: (topology) => STORES.flatMap((role) => mapDefined(topology.ofRole(role), checkStore)),
};
