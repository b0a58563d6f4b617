import { definitionOf } from '../../../../shared/catalog/catalog';
import { connectionMeanings, isConnectionKind } from '../../../../shared/catalog/connections';
import { fieldMeta } from '../../../../shared/catalog/fields';
import type { Connection, Design, Element } from '../../../../shared/model/design';
import type { Change, DesignDiff } from '../../../../shared/model/diff';
import type { Tags } from '../../../../shared/model/tags';
import type { Json } from '../../../../shared/util/json';
import { shorten } from '../../format';

/** One thing a fix adds, removes or changes, in a sentence. */
export interface PlannedChange {
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly text: string;
}

const nameOf = (element: Element): string =>
  `${shorten(element.name, 40)} (${definitionOf(element.kind)?.title ?? element.kind})`;

const show = (value: unknown, labels: ReadonlyMap<string, string>): string => {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (value === null || value === undefined) return 'not stated';
  if (typeof value === 'string') return shorten(labels.get(value) ?? value, 40);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : String(value.length);
  return typeof value === 'number' ? String(value) : 'changed';
};

function settingChange(kind: string, key: string, before: Json | undefined, after: Json | undefined): string {
  const definition = definitionOf(kind);
  const field = definition?.schema.shape[key];
  const meta = field ? fieldMeta.get(field) : undefined;
  const labels = new Map(meta?.options?.map(({ value, label }) => [value, label]));
  const complete = (value: Json | undefined): unknown => (value === undefined ? definition?.read({})[key] : value);
  return `${meta?.label ?? key}: ${show(complete(before), labels)} → ${show(complete(after), labels)}`;
}

/** `tag Owner = web`, `tag Owner: shop → web`, `without the tag Owner`. */
function tagChanges(before: Tags = {}, after: Tags = {}): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => {
    const [old, now] = [before[key], after[key]];
    if (old === now) return [];
    if (now === undefined) return [`without the tag ${shorten(key, 40)}`];
    const value = shorten(now, 40);
    return [`tag ${shorten(key, 40)}${old === undefined ? ` = ${value}` : `: ${shorten(old, 40)} → ${value}`}`];
  });
}

function describeEdits(from: Element, to: Element, after: Design): string[] {
  const nameById = (id: string | null) => (id === null ? 'none' : shorten(after.elements.get(id)?.name ?? id, 40));
  const keys = new Set([...Object.keys(from.settings), ...Object.keys(to.settings)]);
  const edits = [...keys]
    .filter((key) => JSON.stringify(from.settings[key]) !== JSON.stringify(to.settings[key]))
    .map((key) => settingChange(to.kind, key, from.settings[key], to.settings[key]));
  if (from.name !== to.name) edits.push(`renamed to ${shorten(to.name, 40)}`);
  if (from.parent !== to.parent) edits.push(`moved into ${nameById(to.parent)}`);
  if (from.tier !== to.tier) edits.push(`tier: ${nameById(from.tier)} → ${nameById(to.tier)}`);
  if (from.subnets.join() !== to.subnets.join())
    edits.push(`subnets: ${to.subnets.map(nameById).join(', ') || 'none'}`);
  return [...edits, ...tagChanges(from.tags, to.tags)];
}

function describeElement(id: string, { from, to }: Change<Element>, after: Design): PlannedChange[] {
  if (!from && to) return [{ id, kind: 'added', text: nameOf(to) }];
  if (from && !to) return [{ id, kind: 'removed', text: nameOf(from) }];
  if (!from || !to) return [];
  const edits = describeEdits(from, to, after);
  return edits.length > 0 ? [{ id, kind: 'changed', text: `${shorten(to.name, 40)}: ${edits.join('; ')}` }] : [];
}

function describeConnection(
  id: string,
  { from, to }: Change<Connection>,
  before: Design,
  after: Design,
): PlannedChange[] {
  const connection = to ?? from;
  if (!connection) return [];
  const design = to ? after : before;
  const end = (end: string) => shorten(design.elements.get(end)?.name ?? end, 40);
  const verb = isConnectionKind(connection.kind) ? connectionMeanings[connection.kind].title : connection.kind;
  const kind = !from ? 'added' : !to ? 'removed' : 'changed';
  return [{ id, kind, text: `${end(connection.from)} ${verb} ${end(connection.to)}` }];
}

/** What a diff adds, removes and changes, in that order; moves and new sizes are left out. */
export function listPlannedChanges(diff: DesignDiff, before: Design, after: Design): PlannedChange[] {
  const { header } = diff;
  const whole = header?.from && header.to ? tagChanges(header.from.tags, header.to.tags) : [];
  const changes = [
    ...(whole.length > 0 ? [{ id: '', kind: 'changed', text: `The design: ${whole.join('; ')}` } as const] : []),
    ...[...diff.elements].flatMap(([id, change]) => describeElement(id, change, after)),
    ...[...diff.connections].flatMap(([id, change]) => describeConnection(id, change, before, after)),
  ];
  const rank = { added: 0, changed: 1, removed: 2 };
  return changes.sort((a, b) => rank[a.kind] - rank[b.kind]);
}
