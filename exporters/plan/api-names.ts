import type { Link, Service, Topology } from '../../shared/topology/topology';
import type { StackPlan } from './placement';

/** The connection of a hosted zone by which an API gets its one name; undefined where it answers to AWS's own only. */
export const apiNameOf = (
  { topology, stack }: { readonly topology: Topology; readonly stack: StackPlan },
  api: Service,
): Link | undefined =>
  topology
    .incoming(api.id)
    .find(({ kind, from }) => kind === 'dns' && from.kind === 'route53-zone' && stack.has(from.id));
