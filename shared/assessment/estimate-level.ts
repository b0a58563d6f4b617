import { availability } from '../resilience/availability';
import { recovery, type ServiceRecovery } from '../resilience/recovery';
import { worstEntry } from '../resilience/show-availability';
import type { Topology } from '../topology/topology';
import type { ServiceLevel, WorstTime } from '../validation/service-level';

const timeOf = (worst: ServiceRecovery | null, key: 'rto' | 'rpo'): WorstTime | null =>
  worst && {
    id: worst.id,
    name: worst.name,
    minutes: worst[key].minutes,
    assumption: worst[key].assumption,
  };

/** What the design is estimated to reach, for the rule that holds its targets against it. */
export function estimateLevel(topology: Topology): ServiceLevel {
  const worst = worstEntry(availability(topology).entries);
  const { worst: slowest } = recovery(topology);
  return {
    availability: worst
      ? {
          entry: worst.id,
          name: worst.name,
          share: worst.availability,
          limiting: worst.limiting.map(({ ids, name, availability: share }) => ({ ids, name, availability: share })),
        }
      : null,
    recovery: timeOf(slowest.rto, 'rto'),
    dataLoss: timeOf(slowest.rpo, 'rpo'),
  };
}
