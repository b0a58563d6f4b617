import type { Link, Service, Topology } from '../../shared/topology/topology';
import { fallbackPath, pathOf } from '../cloudformation/targets';
import type { StackPlan } from './placement';

interface View {
  readonly topology: Topology;
  readonly stack: StackPlan;
}

/** Connections of an API to functions, each function once. */
export function apiTargets({ topology, stack }: View, api: Service): readonly Link[] {
  const seen = new Set<string>();
  return topology
    .outgoing(api.id)
    .filter(({ kind, to }) => kind === 'traffic' && to.kind === 'lambda-function' && stack.has(to.id))
    .filter(({ to }) => !seen.has(to.id) && seen.add(to.id));
}

/** The route of a target: `$default` for the first without a path of its own, a path for all others. */
export function routePath(targets: readonly Link[], link: Link): string | undefined {
  const byDefault = targets.find((target) => pathOf(target) === undefined) ?? targets[0];
  if (link === byDefault) return undefined;
  const path = (pathOf(link) ?? fallbackPath(link)).replace(/[^A-Za-z0-9._~/*-]/g, '-');
  return path.endsWith('/*') ? `${path.slice(0, -2)}/{proxy+}` : path.replaceAll('*', '-');
}

/** What one line of an access log says. API Gateway Developer Guide, "Customizing HTTP API access logs". */
export const LOG_FORMAT =
  '{"id":"$context.requestId","time":"$context.requestTime","ip":"$context.identity.sourceIp","route":"$context.routeKey","status":"$context.status","error":"$context.integrationErrorMessage"}';
