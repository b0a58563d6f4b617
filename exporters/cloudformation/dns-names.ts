import { kinds } from '../../shared/catalog/services';
import type { Link, Service } from '../../shared/topology/topology';
import type { Json, JsonObject } from '../../shared/util/json';
import { compareBy } from '../../shared/util/sorting';
import { apiNameOf } from '../plan/api-names';
import { steeredRecords } from '../plan/health-checks';
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
  'api-gateway': 3,
};

const canBeNamed = (link: Link, context: DesignView): boolean =>
  link.to.kind === 'api-gateway' ? apiNameOf(context, link.to) === link : isNamed(link);

const isNamed = ({ to }: Link): boolean => to.kind in RANK || (to.kind === 'ec2-instance' && to.traits.publicAddress);

/** Connections of a zone that become records, the one that gets the bare domain first. */
export const recordsOf = (zone: Service, context: DesignView): readonly Link[] =>
  context.topology
    .outgoing(zone.id)
    .filter((link) => link.kind === 'dns' && context.stack.has(link.to.id) && canBeNamed(link, context))
    .sort(
      compareBy(
        (link) => RANK[link.to.kind] ?? 9,
        (link) => link.id,
      ),
    );

/** A host label written on the connection. */
function ownLabelOf(link: Link): string | undefined {
  const { label } = link.connection.settings;
  return typeof label === 'string' && /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label) ? label : undefined;
}

/** Records of a zone that share one name, because the zone looks whether their targets serve. */
export const sharersOf = (zone: Service, context: DesignView): readonly Link[] =>
  steeredRecords(zone, recordsOf(zone, context), (link) => ownLabelOf(link) !== undefined);

/** Host label of the further records: the connection's label, else one from the element's id. */
function hostLabelOf(link: Link): string {
  const own = ownLabelOf(link);
  if (own !== undefined) return own;
  const fromId = link.to.id.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return fromId.slice(0, 63).replace(/^-+|-+$/g, '') || 'host';
}

/** What stands before the domain in the name that a record answers to; undefined for the bare domain. Sharers have the name of the first. */
export function recordLabel(zone: Service, link: Link, context: DesignView): string | undefined {
  const sharers = sharersOf(zone, context);
  const namesake = sharers.includes(link) ? (sharers[0] ?? link) : link;
  return recordsOf(zone, context)[0] === namesake ? undefined : hostLabelOf(namesake);
}

/** The name that a record answers to. */
export function recordName(zone: Service, link: Link, context: EmitContext): Json {
  const label = recordLabel(zone, link, context);
  const domain = domainOf(zone, context);
  return label === undefined ? domain : join([label, domain], '.');
}
