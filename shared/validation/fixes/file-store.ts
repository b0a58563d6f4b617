import { type Design, makeConnection, type NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ok, type Result } from '../../util/result';
import { ownSubnets } from './load-balance';
import { addRegionalStore } from './session-store';
import { addPart, openSite, type Site } from './site';
import { chooseZones, extendTo, zonesOfSubnets } from './spread';

function joinFiles(site: Site, ids: readonly string[], store: string): Result<DesignDiff> {
  for (const id of ids) {
    site.draft.patchSettings(id, { localFiles: 'no' });
    site.draft.putConnection(makeConnection({ id: site.newId('connection'), kind: 'data', from: id, to: store }));
  }
  return ok(site.draft.diff());
}

/** Keeps users' files in a new bucket. */
export function keepFilesInBucket(design: Design, newId: NewId, ids: readonly string[]): Result<DesignDiff> {
  const settings = { content: 'user', versioning: true };
  const added = addRegionalStore(design, newId, ids, { kind: 's3-bucket', name: 'User files', settings });
  return added.ok ? joinFiles(added.value.site, ids, added.value.store) : added;
}

/** Keeps users' files in a new file system with a mount target in each zone the services run in. */
export function keepFilesInFileSystem(design: Design, newId: NewId, ids: readonly string[]): Result<DesignDiff> {
  const opened = openSite(design, newId, ids[0] ?? '');
  if (!opened.ok) return opened;
  const site = opened.value;
  const subnets = ids.flatMap((id) => ownSubnets(site, id));
  const store = addPart(site.draft, newId, 'efs', {
    name: 'User files',
    parent: site.vpc.id,
    subnets: subnets.slice(0, 1),
  });
  const first = site.draft.element(subnets[0] ?? '');
  const zones = chooseZones(site, first?.tier ?? null, zonesOfSubnets(site, subnets));
  const extended = zones.ok ? extendTo(site, store.id, zones.value) : zones;
  return extended.ok ? joinFiles(site, ids, store.id) : extended;
}
