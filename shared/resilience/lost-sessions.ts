import { kinds } from '../catalog/services';
import type { Service, Topology } from '../topology/topology';
import type { ServiceLoss } from './service-loss';

/** Users' sessions that are gone or out of reach. */
export interface LostSessions {
  readonly id: string;
  /** Where they were: in the memory or on the disks of instances, or in a store that others keep them in. */
  readonly where: 'memory' | 'disk' | 'store';
  /** Share of the sessions, 0 to 1. */
  readonly share: number;
  readonly text: string;
}

const sessionsOn = (service: Service): string | undefined => {
  const raw = service.element.settings;
  if (service.kind === 'ec2-instance') return kinds['ec2-instance'].read(raw).sessionStore;
  if (service.kind === 'auto-scaling-group' || service.kind === 'ecs-service')
    return kinds[service.kind].read(raw).sessionStore;
  return undefined;
};

const percent = (share: number): string => (share >= 1 ? 'All' : `${Math.round(share * 100)} %`);

function lostOnInstances(service: Service, share: number): LostSessions | undefined {
  const where = sessionsOn(service);
  if (where !== 'memory' && where !== 'disk') return undefined;
  const place = where === 'memory' ? 'in the memory' : 'on the disks';
  const text = `${percent(share)} of the sessions kept ${place} of ${service.name} are lost: those users must sign in again.`;
  return { id: service.id, where, share, text: text.replace('All of the', 'All') };
}

function lostInStore(service: Service, loss: ServiceLoss | undefined, isLost: boolean): LostSessions | undefined {
  if (isLost) {
    const text = `${service.name} holds the sessions and is down: nobody stays signed in.`;
    return { id: service.id, where: 'store', share: 1, text };
  }
  if (!loss || service.kind !== 'elasticache-memcached') return undefined;
  const share = loss.total === 0 ? 1 : loss.lost / loss.total;
  const text = `${percent(share)} of the sessions in ${service.name} were on the nodes that are gone.`;
  return { id: service.id, where: 'store', share, text };
}

/** Sessions lost with instances, and with the stores that hold them. */
export function findLostSessions(
  topology: Topology,
  losses: ReadonlyMap<string, ServiceLoss>,
  isLost: (service: Service) => boolean,
): LostSessions[] {
  const found: LostSessions[] = [];
  for (const service of topology.services) {
    const loss = losses.get(service.id);
    if (!loss && !isLost(service)) continue;
    if (loss) {
      const share = isLost(service) || loss.total === 0 ? 1 : loss.lost / loss.total;
      const onInstances = lostOnInstances(service, share);
      if (onInstances) found.push(onInstances);
    }
    if (!topology.incoming(service.id).some(({ kind }) => kind === 'session')) continue;
    const inStore = lostInStore(service, loss, isLost(service));
    if (inStore) found.push(inStore);
  }
  return found;
}
