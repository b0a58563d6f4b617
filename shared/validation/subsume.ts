import type { Finding } from './rule';

/** A finding together with the units (services, zones) whose failure it is about. */
const unitsOf = (finding: Finding): readonly string[] => finding.evidence.cut ?? [];

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
}

function collect(findings: readonly Finding[]): Explained {
  const explained: Explained = { services: new Set(), zoned: new Set() };
  for (const finding of findings) {
    if (finding.status !== 'fail') continue;
    if (CAUSES.has(finding.ruleId)) for (const id of unitsOf(finding)) explained.services.add(id);
    if (finding.ruleId !== 'AVL-01') continue;
    for (const zone of finding.evidence.zones ?? [])
      for (const id of unitsOf(finding)) explained.zoned.add(`${zone} ${id}`);
  }
  return explained;
}

function isEcho(finding: Finding, explained: Explained, alone: ReadonlySet<string>): boolean {
  if (finding.status !== 'fail') return false;
  if (finding.ruleId !== 'AVL-01' && finding.ruleId !== 'AVL-12') return false;
  const zones = finding.evidence.zones ?? [];
  const services = unitsOf(finding).filter((id) => !zones.includes(id));
  if (services.length === 0) return false;
  if (finding.ruleId === 'AVL-01') return services.every((id) => explained.services.has(id));
  if (zones.length === 0) return services.every((id) => explained.services.has(id));
  return services.every(
    (id) => explained.services.has(id) || alone.has(id) || zones.some((zone) => explained.zoned.has(`${zone} ${id}`)),
  );
}

/** A design that AWS refuses: what else is said of the same element waits until it stands where it can. */
const STRUCTURAL: ReadonlySet<string> = new Set(['CON-01', 'CON-02', 'CON-03', 'CON-04']);

/** Rule → rules that name the cause of the same fault, on the subject itself or on anything in the finding. */
const CAUSED_BY: ReadonlyMap<string, { readonly rules: readonly string[]; readonly anywhere: boolean }> = new Map([
  ['CON-06', { rules: ['AVL-05'], anywhere: false }],
  ['CON-07', { rules: ['AVL-02', 'AVL-03', 'NET-01'], anywhere: false }],
  ['CON-09', { rules: ['CON-08', 'COST-07'], anywhere: true }],
  ['NET-02', { rules: ['NET-01'], anywhere: false }],
  ['NET-05', { rules: ['NET-04'], anywhere: true }],
  ['NET-07', { rules: ['NET-04'], anywhere: false }],
  ['NET-08', { rules: ['AVL-03'], anywhere: false }],
  ['SCA-01', { rules: ['AVL-01', 'AVL-02', 'AVL-12'], anywhere: true }],
  ['SCA-03', { rules: ['AVL-02'], anywhere: true }],
  ['SCA-04', { rules: ['AVL-05'], anywhere: false }],
  ['STA-06', { rules: ['STA-07'], anywhere: true }],
  ['STA-05', { rules: ['AVL-06'], anywhere: false }],
]);

const NAMED: ReadonlySet<string> = new Set([...CAUSED_BY.values()].flatMap(({ rules }) => rules));

/** Ids of elements that the failing findings of each rule name, for rules that are the cause of others. */
function subjectsByRule(findings: readonly Finding[]): Map<string, Set<string>> {
  const subjects = new Map<string, Set<string>>();
  for (const { ruleId, status, subjects: named } of findings) {
    if (status !== 'fail' || !NAMED.has(ruleId)) continue;
    const known = subjects.get(ruleId) ?? new Set<string>();
    subjects.set(ruleId, known);
    for (const id of named.elements) known.add(id);
  }
  return subjects;
}

function isCausedByOther({ ruleId, subjects }: Finding, named: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const causes = CAUSED_BY.get(ruleId);
  if (!causes) return false;
  const isNamed = (id: string): boolean => causes.rules.some((rule) => named.get(rule)?.has(id));
  if (causes.anywhere) return subjects.elements.some(isNamed);
  const [first] = subjects.elements;
  return first !== undefined && isNamed(first);
}

/**
 * Leaves out what only repeats another finding, so that a cause is reported once. A broken design (CON-01 to CON-04) hides
 * the other rules on its subject; AVL-02, 04 to 06, 08 to 10 and 15 hide AVL-12 and AVL-01 for the units they name; AVL-01 and an AVL-12
 * on the services themselves hide the AVL-12 on their zone; `CAUSED_BY` lists the rest. Order is kept.
 */
export function dropEchoes(findings: readonly Finding[]): Finding[] {
  const broken = new Set(
    findings
      .filter(({ ruleId, status }) => STRUCTURAL.has(ruleId) && status === 'fail')
      .map(({ subjects }) => subjects.elements[0]),
  );
  const sound = findings.filter(
    ({ ruleId, subjects }) => STRUCTURAL.has(ruleId) || !broken.has(subjects.elements[0] ?? ''),
  );
  const explained = collect(findings);
  const alone = new Set(
    findings
      .filter(({ ruleId, evidence }) => ruleId === 'AVL-12' && (evidence.zones ?? []).length === 0)
      .flatMap((finding) => unitsOf(finding)),
  );
  const named = subjectsByRule(sound);
  return sound.filter((finding) => !isEcho(finding, explained, alone) && !isCausedByOther(finding, named));
}
