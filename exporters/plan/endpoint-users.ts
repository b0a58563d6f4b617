import type { EndpointService } from '../../shared/catalog/endpoint-services';
import { endpointServiceOf } from '../../shared/catalog/endpoint-services';
import { callsService } from '../../shared/topology/endpoints';
import type { Service, Topology, Vpc } from '../../shared/topology/topology';
import type { StackPlan } from './placement';

/** Kinds that call services of AWS from inside a VPC. */
export const CALLS_OUT: ReadonlySet<string> = new Set([
  'ec2-instance',
  'auto-scaling-group',
  'ecs-service',
  'bastion-host',
  'lambda-function',
]);

const calls = (topology: Topology, caller: Service, service: EndpointService): boolean =>
  callsService(caller, service, topology.outgoing(caller.id), topology.incoming(caller.id));

/** Who reaches a service of AWS through an endpoint of its VPC. */
export const usersOf = (
  endpoint: Service,
  service: EndpointService,
  topology: Topology,
  members: readonly Service[],
  vpcOf: (service: Service) => Vpc | undefined,
): readonly Service[] => members.filter((member) => vpcOf(member) === endpoint.vpc && calls(topology, member, service));

/** Whether something in a VPC reaches S3 or DynamoDB by a route of its own; such a route leads to public addresses. */
export function usesGatewayEndpoint(
  topology: Topology,
  stack: StackPlan,
  caller: Service,
  vpc: Vpc | undefined,
): boolean {
  for (const [service, endpoint] of vpc?.endpoints ?? [])
    if (endpoint.kind === 'gateway-endpoint' && stack.has(endpoint.id) && calls(topology, caller, service)) return true;
  return false;
}

/** Whether the VPC of a caller has an endpoint towards a target. */
export const hasEndpointTowards = (stack: StackPlan, vpc: Vpc | undefined, to: Service): boolean => {
  const service = endpointServiceOf(to.kind);
  const endpoint = service && vpc?.endpoints.get(service);
  return endpoint !== undefined && stack.has(endpoint.id);
};
