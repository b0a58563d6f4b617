import type { FoundByRule } from './order';
import type { Finding } from './rule';

const NO_IDS: readonly string[] = [];

/** The units (services, zones) whose failure a finding is about. */
const unitsOf = ({ evidence }: Finding): readonly string[] => evidence.cut ?? NO_IDS;

/** Each of these names a cause whose mending takes the single point of failure, and the single zone, with it. */
const CAUSES: ReadonlySet<string> = new Set([
  'AVL-02',
  'AVL-04',
  'AVL-05',
  'AVL-06',
  'AVL-08',
  'AVL-09',
  'AVL-10',
  'AVL-15',
]);

interface Explained {
  readonly services: Set<string>;
  /** `zone service` pairs: the service fails with the zone, and another finding says so. */
  readonly zoned: Set<string>;
  /** Services that are single points of failure by themselves. */
  readonly alone: Set<string>;
}

/** What may be said by their causes already. */
const ECHOING: ReadonlySet<string> = new Set(['AVL-01', 'AVL-12']);

const NONE: readonly Finding[] = [];
const isFault = ({ status }: Finding): boolean => status === 'fail';

const faultsOf = (found: FoundByRule, ruleId: string): readonly Finding[] =>
  (found.get(ruleId) ?? NONE).filter(isFault);

function explain(found: FoundByRule): Explained {
  const explained: Explained = { services: new Set(), zoned: new Set(), alone: new Set() };
  for (const cause of CAUSES)
    for (const finding of faultsOf(found, cause)) for (const id of unitsOf(finding)) explained.services.add(id);
  for (const finding of faultsOf(found, 'AVL-01'))
    for (const zone of finding.evidence.zones ?? [])
      for (const id of unitsOf(finding)) explained.zoned.add(`${zone} ${id}`);
  for (const finding of found.get('AVL-12') ?? NONE)
    if (!finding.evidence.zones?.length) for (const id of unitsOf(finding)) explained.alone.add(id);
  return explained;
}

/** Whether a single point of failure, or a single zone, only repeats what others say. */
function isEcho(finding: Finding, { services, zoned, alone }: Explained): boolean {
  if (!isFault(finding)) return false;
  const { cut = NO_IDS, zones = NO_IDS } = finding.evidence;
  const isZone = finding.ruleId === 'AVL-12' && zones.length > 0;
  let units = 0;
  for (const id of cut) {
    if (zones.includes(id)) continue;
    units += 1;
    const failsAnyway = isZone && (alone.has(id) || zones.some((zone) => zoned.has(`${zone} ${id}`)));
    if (!failsAnyway && !services.has(id)) return false;
  }
  return units > 0;
}

/** A design that AWS refuses: what else is said of the same element waits until it stands where it can. */
const STRUCTURAL: ReadonlySet<string> = new Set(['CON-01', 'CON-02', 'CON-03', 'CON-04']);

/** Rule → rules that name the cause of the same fault, on the subject itself or on anything in the finding. */
const CAUSED_BY: ReadonlyMap<string, { readonly rules: readonly string[]; readonly anywhere: boolean }> = new Map([
  ['CON-06', { rules: ['AVL-05'], anywhere: false }],
  ['CON-07', { rules: ['AVL-03', 'NET-01'], anywhere: false }],
  ['CON-09', { rules: ['CON-08', 'COST-07'], anywhere: true }],
  ['NET-02', { rules: ['NET-01'], anywhere: false }],
  ['NET-05', { rules: ['NET-04'], anywhere: true }],
  ['NET-07', { rules: ['NET-04'], anywhere: false }],
  ['SCA-01', { rules: ['AVL-01', 'AVL-02', 'AVL-12'], anywhere: true }],
  ['SCA-03', { rules: ['AVL-02'], anywhere: true }],
  ['SCA-04', { rules: ['AVL-05'], anywhere: false }],
  ['STA-06', { rules: ['STA-07'], anywhere: true }],
  ['STA-05', { rules: ['AVL-06'], anywhere: false }],
]);

/** What some findings name. */
function subjectsOf(findings: readonly Finding[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { subjects } of findings) for (const id of subjects.elements) ids.add(id);
  return ids;
}

/** Leaves out of what a rule found what others name the cause of. */
function dropEffects(
  ruleId: string,
  findings: readonly Finding[],
  namedBy: (ruleId: string) => ReadonlySet<string>,
): readonly Finding[] {
  const causes = CAUSED_BY.get(ruleId);
  const named = causes?.rules.map(namedBy).filter(({ size }) => size > 0) ?? [];
  if (named.length === 0) return findings;
  const isNamed = (id: string): boolean => named.some((ids) => ids.has(id));
  return findings.filter(({ subjects: { elements } }) => {
    const [first = ''] = elements;
    return !(causes?.anywhere ? elements.some(isNamed) : isNamed(first));
  });
}

/** Leaves out what is said of elements that cannot stand where they do. */
function dropBroken(found: FoundByRule): FoundByRule {
  const faults = [...STRUCTURAL].flatMap((ruleId) => faultsOf(found, ruleId));
  if (faults.length === 0) return found;
  const broken = new Set(faults.map(({ subjects }) => subjects.elements[0]));
  const isSound = ({ subjects }: Finding): boolean => !broken.has(subjects.elements[0] ?? '');
  return mapFound(found, (ruleId, findings) => (STRUCTURAL.has(ruleId) ? findings : findings.filter(isSound)));
}

const mapFound = (
  found: FoundByRule,
  change: (ruleId: string, findings: readonly Finding[]) => readonly Finding[],
): FoundByRule => new Map([...found].map(([ruleId, findings]) => [ruleId, change(ruleId, findings)]));

/** Makes the value of each key once. */
function remember<V>(make: (key: string) => V): (key: string) => V {
  const made = new Map<string, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/**
 * Leaves out what only repeats another finding, so that a cause is reported once. A broken design (CON-01 to CON-04) hides
 * the other rules on its subject; AVL-02, 04 to 06, 08 to 10 and 15 hide AVL-12 and AVL-01 for the units they name; AVL-01 and an AVL-12
 * on the services themselves hide the AVL-12 on their zone; `CAUSED_BY` lists the rest.
 */
export function dropEchoes(found: FoundByRule): FoundByRule {
  const sound = dropBroken(found);
  const explained = explain(found);
  const namedBy = remember((ruleId) => subjectsOf(faultsOf(sound, ruleId)));
  return mapFound(sound, (ruleId, findings) => {
    const own = ECHOING.has(ruleId) ? findings.filter((finding) => !isEcho(finding, explained)) : findings;
    return dropEffects(ruleId, own, namedBy);
  });
}
