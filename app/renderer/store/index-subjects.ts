import type { Finding } from '../../../shared/validation/rule';

/** Findings by the id of each of their subjects, elements and connections alike; in their order. */
export function indexSubjects(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const bySubject = new Map<string, Finding[]>();
  const note = (id: string, finding: Finding): void => {
    const known = bySubject.get(id);
    if (known) known.push(finding);
    else bySubject.set(id, [finding]);
  };
  for (const finding of findings) {
    for (const id of finding.subjects.elements) note(id, finding);
    for (const id of finding.subjects.connections) note(id, finding);
  }
  return bySubject;
}
