import type { IngressRule } from '../../catalog/fields';
import { kinds } from '../../catalog/services';
import { type Design, type Element, makeConnection, type NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ok, type Result } from '../../util/result';
import { joinOnce } from './bucket-behind-cdn';
import { withoutAdminPorts } from './close-admin-ports';
import { dropWrittenRules } from './close-written-rules';
import { ensureInternetGateway, tierOfRole } from './load-balance';
import { addPart, addZone, openSite, type Site, subnetIn, subnetsOf, zonesOf } from './site';

function addBastion(site: Site): Result<Element> {
  const open = subnetsOf(site).find(
    ({ subnet, zone }) => zone !== null && kinds.subnet.read(subnet.settings).exposure === 'public',
  )?.subnet;
  const [first] = zonesOf(site);
  const zone = first ? ok(first) : addZone(site);
  if (!zone.ok) return zone;
  const home = open
    ? ok(open)
    : subnetIn(site, zone.value, { tier: tierOfRole(site, 'load-balancing', 'public').id, exposure: 'public' });
  if (!home.ok) return home;
  ensureInternetGateway(site);
  return ok(addPart(site.draft, site.newId, 'bastion-host', { parent: home.value.id }));
}

const opensAdmin = (rule: IngressRule): boolean => rule.protocol === 'tcp' && withoutAdminPorts(rule).length !== 1;

/** Whether the rule's range changes when SSH and RDP are taken out of it. */
const touchesAdmin = (rule: IngressRule): boolean => {
  const [only] = withoutAdminPorts(rule);
  return (
    rule.protocol === 'tcp' && (opensAdmin(rule) || only?.fromPort !== rule.fromPort || only.toPort !== rule.toPort)
  );
};

/** What administrators reached at `entry` they reach from the bastion host instead. */
function closeEntry(site: Site, entry: string, bastion: Element): void {
  const { draft, newId } = site;
  const isBastion = draft.element(entry)?.kind === 'bastion-host';
  dropWrittenRules(draft, entry, touchesAdmin);
  for (const line of [...draft.connections()]) {
    const office = draft.element(line.from)?.kind === 'office';
    const actor = office || draft.element(line.from)?.kind === 'users';
    if (line.to === entry && line.kind === 'admin' && actor) {
      draft.removeConnection(line.id);
      if (office) joinOnce(draft, newId, 'admin', line.from, bastion.id);
      if (!isBastion) joinOnce(draft, newId, 'admin', bastion.id, entry);
    } else if (isBastion && (line.to === entry || line.from === entry)) {
      draft.removeConnection(line.id);
      if (line.kind === 'admin' && line.from === entry) joinOnce(draft, newId, 'admin', bastion.id, line.to);
    }
  }
  if (isBastion) draft.removeElement(entry);
}

/** Leaves one bastion host as the way in for administrators: the first one that is drawn, else a new one. */
export function oneAdminEntry(
  design: Design,
  newId: NewId,
  vpcId: string,
  entries: readonly string[],
): Result<DesignDiff> {
  const opened = openSite(design, newId, vpcId);
  if (!opened.ok) return opened;
  const site = opened.value;
  const drawn = entries.map((id) => site.draft.element(id)).find((element) => element?.kind === 'bastion-host');
  const bastion = drawn ? ok(drawn) : addBastion(site);
  if (!bastion.ok) return bastion;
  for (const entry of entries) if (entry !== bastion.value.id) closeEntry(site, entry, bastion.value);
  const used = [...site.draft.connections()].some(({ kind, to }) => kind === 'admin' && to === bastion.value.id);
  const office = [...site.draft.elements()].find(({ kind }) => kind === 'office');
  if (!used && office)
    site.draft.putConnection(
      makeConnection({ id: newId('connection'), kind: 'admin', from: office.id, to: bastion.value.id }),
    );
  return ok(site.draft.diff());
}
