import { isScalingKind, readScaling } from '../../catalog/scaling-groups';
import type { Design, Element, Frame, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ancestorOfKind, ancestorsOf } from '../../model/hierarchy';
import { fail, ok, type Result } from '../../util/result';
import { isBalanced, putLoadBalancerInFront, reachFromLoadBalancers } from './load-balance';
import { openSite, type Site } from './site';
import { extendToTwoZones, zonesOfSubnets } from './spread';

/** The frame as seen from the VPC. */
function frameInVpc({ draft, vpc }: Site, element: Element): Frame {
  let { x, y } = element.frame;
  for (const container of ancestorsOf(draft.design(), element)) {
    if (container.id === vpc.id) break;
    x += container.frame.x;
    y += container.frame.y;
  }
  return { ...element.frame, x, y };
}

/** Turns an instance into a group of equal instances. It keeps its id, and with it its connections. */
export function wrapInGroup(site: Site, instance: Element): void {
  const home = ancestorOfKind(site.draft.design(), instance, 'subnet');
  site.draft.putElement({
    ...instance,
    kind: 'auto-scaling-group',
    parent: site.vpc.id,
    subnets: home ? [home.id] : [],
    frame: frameInVpc(site, instance),
  });
}

/** Keeps at least two copies of an Auto Scaling group or container service running. */
export function raiseCounts(site: Site, group: Element): void {
  const copies = readScaling(group);
  if (!copies) return;
  const { min, desired, max } = copies;
  site.draft.patchSettings(group.id, {
    min: Math.max(2, min),
    desired: Math.max(2, desired),
    max: Math.max(2, max),
  });
}

/** Zones of the load balancers in front, which the copies had best share. */
function zonesInFront(site: Site, id: string): string[] {
  return [...site.draft.connections()]
    .filter(({ kind, to }) => kind === 'traffic' && to === id)
    .flatMap(({ from }) => zonesOfSubnets(site, site.draft.element(from)?.subnets ?? []));
}

/**
 * Runs an instance or Auto Scaling group with at least two copies over two zones, behind a load balancer if requests reach
 * it. Makes the second zone and its subnets where they are missing.
 */
export function runTwoCopies(design: Design, newId: NewId, id: string): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const site = opened.value;
  const element = site.draft.element(id);
  if (element?.kind === 'ec2-instance') wrapInGroup(site, element);
  else if (element && isScalingKind(element.kind)) raiseCounts(site, element);
  else
    return fail('unknown-element', 'The instance this was for is no longer in the design. Check the findings again.');
  return completeCopies(site, id);
}

/** Spreads a group over two zones and sees that a load balancer feeds it there. */
export function completeCopies(site: Site, id: string): Result<DesignDiff> {
  const spread = extendToTwoZones(site, id, { prefer: zonesInFront(site, id).slice(0, 2) });
  if (!spread.ok) return spread;
  if (isBalanced(site, new Set([id]))) {
    const reached = reachFromLoadBalancers(site, id);
    if (!reached.ok) return reached;
  } else {
    const balanced = putLoadBalancerInFront(site, [id]);
    if (!balanced.ok) return balanced;
  }
  return ok(site.draft.diff());
}
