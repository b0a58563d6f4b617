import type { Link, Service, Topology } from '../../shared/topology/topology';

const ORIGINS: ReadonlySet<string> = new Set(['s3-bucket', 'application-load-balancer', 'network-load-balancer']);

/** Connections of a distribution to something it can fetch from: buckets, and what has a public name, each once. */
export function originsOf(topology: Topology, distribution: Service): readonly Link[] {
  const seen = new Set<string>();
  return topology.outgoing(distribution.id).filter(({ kind, to }) => {
    const hasName = ORIGINS.has(to.kind) || (to.kind === 'ec2-instance' && to.traits.publicAddress);
    if (kind !== 'traffic' || !hasName || seen.has(to.id)) return false;
    seen.add(to.id);
    return true;
  });
}
