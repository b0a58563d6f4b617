import type { Finding } from './rule';

/** A finding together with the units (services, zones) whose failure it is about. */
const unitsOf = (finding: Finding): readonly string[] => finding.evidence.cut ?? [];

/** Each of these names a cause whose mending takes the single point of failure, and the single zone, with it. */
const CAUSES: ReadonlySet<string> = new Set(['AVL-02', 'AVL-04', 'AVL-05', 'AVL-06']);

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
  const zones = finding.evidence.zones ?? [];
  const services = unitsOf(finding).filter((id) => !zones.includes(id));
  if (services.length === 0) return false;
  if (finding.ruleId === 'AVL-01') return services.every((id) => explained.services.has(id));
  if (finding.ruleId !== 'AVL-12') return false;
  if (zones.length === 0) return services.every((id) => explained.services.has(id));
  return services.every(
    (id) => explained.services.has(id) || alone.has(id) || zones.some((zone) => explained.zoned.has(`${zone} ${id}`)),
  );
}

/**
 * Leaves out what only repeats another finding, so that a cause is reported once. A broken design (CON) hides the other
 * rules on its subject; AVL-02, 04, 05 and 06 hide AVL-12 and AVL-01 for the units they name; AVL-01 and an AVL-12 on the
 * services themselves hide the AVL-12 on their zone. Order is kept.
 */
export function dropEchoes(findings: readonly Finding[]): Finding[] {
  const broken = new Set(
    findings
      .filter(({ ruleId, status }) => ruleId.startsWith('CON-') && status === 'fail')
      .map(({ subjects }) => subjects.elements[0]),
  );
  const sound = findings.filter(
    ({ ruleId, subjects }) => ruleId.startsWith('CON-') || !broken.has(subjects.elements[0] ?? ''),
  );
  const explained = collect(findings);
  const alone = new Set(
    findings
      .filter(({ ruleId, evidence }) => ruleId === 'AVL-12' && (evidence.zones ?? []).length === 0)
      .flatMap((finding) => unitsOf(finding)),
  );
  return sound.filter((finding) => !isEcho(finding, explained, alone));
}
