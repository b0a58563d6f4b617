import type { EndpointService } from '../../catalog/endpoint-services';
import { GATEWAY_SERVICES } from '../../catalog/endpoint-services';
import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ok, type Result } from '../../util/result';
import { addPart, openSite } from './site';

export const isGatewayService = (service: EndpointService): service is keyof typeof GATEWAY_SERVICES =>
  Object.hasOwn(GATEWAY_SERVICES, service);

/** Leads the VPC of a service past its NAT gateways: a gateway endpoint where AWS has one, else an interface endpoint in the subnets. */
export function addEndpoint(
  design: Design,
  newId: NewId,
  fromId: string,
  service: EndpointService,
  subnets: readonly string[],
): Result<DesignDiff> {
  const opened = openSite(design, newId, fromId);
  if (!opened.ok) return opened;
  const { draft, vpc } = opened.value;
  if (isGatewayService(service)) addPart(draft, newId, 'gateway-endpoint', { parent: vpc.id, settings: { service } });
  else addPart(draft, newId, 'interface-endpoint', { parent: vpc.id, settings: { service }, subnets });
  return ok(draft.diff());
}
