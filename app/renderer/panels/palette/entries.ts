import { allDefinitions } from '../../../../shared/catalog/catalog';
import type { Category, KindDefinition, TierRole } from '../../../../shared/catalog/kind';
import type { PaletteItem } from '../../canvas/interaction/add-from-palette';

export interface PaletteEntry extends PaletteItem {
  /** Unique among the entries. */
  readonly key: string;
  readonly category: Category;
  readonly summary: string;
  readonly keywords: readonly string[];
}

const TIERS: readonly (readonly [TierRole, string, string])[] = [
  ['load-balancing', 'Load balancing', 'Takes in all requests and spreads them over the tier below.'],
  ['web', 'Web', 'Serves static files and routes requests; in every Availability Zone.'],
  ['app', 'App', 'Runs the application without keeping state.'],
  ['cache', 'Cache', 'Holds sessions and query results in memory.'],
  ['database', 'Database', 'Keeps the data, replicated and backed up.'],
  ['ancillary', 'Ancillary', 'Bastion host, CI, background jobs, dashboards.'],
];

const ORDER: readonly Category[] = [
  'Structure',
  'People',
  'Edge',
  'Network',
  'Load balancing',
  'Compute',
  'Database',
  'Cache',
  'Storage',
  'Messaging',
  'Operations',
  'Security',
];

const STRUCTURE_ORDER: readonly string[] = ['region', 'vpc', 'availability-zone', 'tier', 'subnet', 'group', 'note'];

const toEntry = ({ kind, title, icon, category, summary, keywords }: KindDefinition): PaletteEntry => ({
  key: kind,
  kind,
  title,
  icon,
  category,
  summary,
  keywords: keywords ?? [],
});

/** One entry a role, for which a tier is drawn. */
const tierEntries = ({ kind, icon, category, keywords }: KindDefinition): PaletteEntry[] =>
  TIERS.map(([role, label, summary]) => ({
    key: `tier-${role}`,
    kind,
    title: `Tier: ${label}`,
    icon,
    category,
    summary,
    keywords: [...(keywords ?? []), role],
    settings: { role },
  }));

const structureRank = ({ kind }: PaletteEntry): number => STRUCTURE_ORDER.indexOf(kind);

/** Everything that can be drawn, by category: structure from the outside in, services by title. */
export function listEntries(): readonly PaletteEntry[] {
  const entries = allDefinitions().flatMap((definition) =>
    definition.kind === 'tier' ? tierEntries(definition) : [toEntry(definition)],
  );
  return entries.toSorted(
    (a, b) =>
      ORDER.indexOf(a.category) - ORDER.indexOf(b.category) ||
      (a.category === 'Structure' ? structureRank(a) - structureRank(b) : a.title.localeCompare(b.title, 'en')),
  );
}
