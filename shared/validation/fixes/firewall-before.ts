import { kinds } from '../../catalog/services';
import { SERVICE } from '../../catalog/sizes';
import type { Design, Element, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { type Draft, draftOf } from '../../model/draft';
import { ancestorOfKind } from '../../model/hierarchy';
import { fail, ok, type Result } from '../../util/result';
import { joinOnce } from './bucket-behind-cdn';
import { addPart } from './site';

/** Web ACLs of distributions live there. AWS WAF Developer Guide, "Scope". */
const EDGE_REGION = 'us-east-1';

/** The Region whose web ACLs can stand before the entry. */
function regionFor(draft: Draft, entry: Element): Element | undefined {
  if (entry.kind !== 'cloudfront') return ancestorOfKind(draft.design(), entry, 'region');
  return [...draft.elements()].find(
    ({ kind, settings }) => kind === 'region' && kinds.region.read(settings).code === EDGE_REGION,
  );
}

/** A web ACL stands before load balancers or before distributions, never both. */
const standsBeforeOthers = (draft: Draft, firewall: Element, entry: Element): boolean =>
  [...draft.connections()].some(
    ({ kind, from, to }) => kind === 'uses' && to === firewall.id && draft.element(from)?.kind !== entry.kind,
  );

/** A web ACL of the Region that stands before entries of the same sort already. */
function sharedFirewall(draft: Draft, entry: Element): Element | undefined {
  return [...draft.connections()]
    .filter(({ kind, from }) => kind === 'uses' && draft.element(from)?.kind === entry.kind)
    .map(({ to }) => draft.element(to))
    .find((target) => {
      if (target?.kind !== 'waf-web-acl' || standsBeforeOthers(draft, target, entry)) return false;
      const home = ancestorOfKind(draft.design(), target, 'region')?.id;
      return home !== undefined && home === regionFor(draft, entry)?.id;
    });
}

/**
 * Puts a web ACL before a load balancer or distribution: one that does so for others, else a new one.
 * @param instead connections to web ACLs that cannot stand before it
 */
export function putFirewallBefore(
  design: Design,
  newId: NewId,
  entryId: string,
  instead: readonly string[] = [],
): Result<DesignDiff> {
  const draft = draftOf(design);
  const entry = draft.element(entryId);
  if (!entry) return fail('unknown-element', 'The entry is no longer in the design. Check the findings again.');
  for (const line of instead) draft.removeConnection(line);
  const region = regionFor(draft, entry);
  if (!region)
    return fail(
      'illegal-placement',
      `${entry.name} needs a web ACL in ${entry.kind === 'cloudfront' ? EDGE_REGION : 'its Region'}. Draw that Region first.`,
    );
  const inside = [...draft.elements()].filter(({ parent }) => parent === region.id);
  const bottom = inside.reduce((y, { frame }) => Math.max(y, frame.y + frame.height), 0);
  const firewall =
    sharedFirewall(draft, entry) ??
    addPart(draft, newId, 'waf-web-acl', { parent: region.id, frame: { x: 24, y: bottom + 24, ...SERVICE } });
  joinOnce(draft, newId, 'uses', entry.id, firewall.id);
  return ok(draft.diff());
}
