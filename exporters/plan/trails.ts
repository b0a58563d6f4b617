import type { Service, Topology } from '../../shared/topology/topology';

interface StackView {
  readonly topology: Topology;
  readonly stack: { has(serviceId: string): boolean };
}

/** The bucket of a trail's Region that the trail is connected to; CloudTrail writes nowhere else. */
export const trailBucketOf = (
  trail: Service,
  outgoing: Topology['outgoing'],
  isWritten: (service: Service) => boolean,
): Service | undefined =>
  outgoing(trail.id).find(
    ({ kind, to }) =>
      kind === 'logs' && to.kind === 's3-bucket' && to.region?.code === trail.region?.code && isWritten(to),
  )?.to;

/** Trails of a stack that write into a bucket. */
export const trailsInto = ({ topology, stack }: StackView, bucket: Service): readonly Service[] =>
  topology
    .ofKind('cloudtrail')
    .filter(
      (trail) => stack.has(trail.id) && trailBucketOf(trail, topology.outgoing, ({ id }) => stack.has(id)) === bucket,
    );

/** Whether CloudTrail encrypts with what is drawn as using a key: a trail itself, or the bucket it writes into. */
export const encryptsTrail = (view: StackView, encrypted: readonly Service[]): boolean =>
  encrypted.some(
    (service) =>
      (service.kind === 'cloudtrail' && view.stack.has(service.id)) ||
      (service.kind === 's3-bucket' && trailsInto(view, service).length > 0),
  );
