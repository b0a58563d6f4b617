import { kinds } from '../../shared/catalog/services';
import type { Link, Service } from '../../shared/topology/topology';
import type { Json, JsonObject } from '../../shared/util/json';
import { compareBy } from '../../shared/util/sorting';
import type { DesignView, EmitContext } from './emit-context';
import { join } from './intrinsics';

/** The domain of a hosted zone: a parameter, since a test environment has another one. */
export function domainOf(zone: Service, context: EmitContext): JsonObject {
  const { domain } = kinds['route53-zone'].read(zone.element.settings);
  return context.parameter(context.id(zone.id, 'DomainName'), {
    Type: 'String',
    Default: domain,
    Description: 'Domain of the hosted zone',
    AllowedPattern: '([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}',
    ConstraintDescription: 'A domain such as example.com',
  });
}

const RANK: Readonly<Record<string, number>> = {
  cloudfront: 0,
  'application-load-balancer': 1,
  'network-load-balancer': 2,
};

const canBeNamed = ({ to }: Link): boolean =>
  to.kind in RANK || (to.kind === 'ec2-instance' && to.traits.publicAddress);

/** Connections of a zone that become records, the one that gets the bare domain first. */
export const recordsOf = (zone: Service, context: DesignView): readonly Link[] =>
  context.topology
    .outgoing(zone.id)
    .filter((link) => link.kind === 'dns' && context.stack.has(link.to.id) && canBeNamed(link))
    .sort(
      compareBy(
        (link) => RANK[link.to.kind] ?? 9,
        (link) => link.id,
      ),
    );

/** Host label of the further records: the connection's label, else one from the element's id. */
export function hostLabelOf(link: Link): string {
  const { label } = link.connection.settings;
  if (typeof label === 'string' && /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) return label;
  const fromId = link.to.id.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return fromId.slice(0, 63).replace(/^-+|-+$/g, '') || 'host';
}

/** The name that a record answers to. */
export function recordName(zone: Service, link: Link, context: EmitContext): Json {
  const isFirst = recordsOf(zone, context)[0] === link;
  const domain = domainOf(zone, context);
  return isFirst ? domain : join([hostLabelOf(link), domain], '.');
}
