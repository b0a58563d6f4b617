import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyDiff, invert } from '../model/diff';
import { countingIds } from '../testing/new-id';
import { ruleExamples } from '../testing/rule-examples';
import { buildHealthySite } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import { gatherFacts } from './facts';
import type { Finding, Fix } from './rule';
import { rules } from './rules';
import { validate } from './validate';

/** Id, severity and title of each rule as the catalogue of rules has them. */
const CATALOGUE = [
  ['AVL-01', 'error', 'Tier runs in a single Availability Zone'],
  ['AVL-02', 'error', 'Tier has only one running copy'],
  ['AVL-03', 'error', 'Nothing spreads traffic over the copies of a tier'],
  ['AVL-04', 'error', 'Load balancer is attached to fewer than two AZs'],
  ['AVL-05', 'error', 'Relational database is not Multi-AZ'],
  ['AVL-06', 'error', 'Cache cannot fail over'],
  ['AVL-12', 'error', 'Single point of failure on a request path'],
  ['CON-01', 'error', 'Subnet is not in exactly one AZ'],
  ['CON-02', 'error', 'Subnet CIDR is outside the VPC or overlaps a sibling'],
  ['CON-03', 'error', 'Node is in a place AWS does not allow'],
  ['CON-04', 'error', "Subnet's label contradicts its routes"],
  ['NET-01', 'error', 'Data tier can be reached from the internet'],
  ['NET-04', 'error', 'SSH or RDP is open to the world'],
  ['STA-01', 'error', 'Session state is kept on the instances'],
  ['STA-03', 'warning', 'Sticky sessions pin users to one copy'],
  ['STA-06', 'error', 'User files live on instance disks'],
];

const check = (design: Design) => validate(resolve(design)).findings;
const failures = (design: Design) => check(design).filter(({ status }) => status === 'fail');

/** Errors before echoes are dropped, so that a fix cannot merely uncover what was there. */
const rawErrors = (design: Design): Set<string> => {
  const topology = resolve(design);
  const facts = gatherFacts(topology);
  const keys = rules.flatMap((rule) =>
    rule
      .check(topology, facts)
      .filter(({ status, severity }) => status !== 'unknown' && (severity ?? rule.severity) === 'error')
      .map(({ elements }) => `${rule.id}:${elements[0] ?? ''}`),
  );
  return new Set(keys);
};

const subjectExists = (design: Design, { subjects }: Finding): boolean =>
  subjects.elements.every((id) => design.elements.has(id)) &&
  subjects.connections.every((id) => design.connections.has(id));

function applyFix(design: Design, fix: Fix): Design | undefined {
  const diff = fix.apply?.(design, countingIds());
  if (diff === undefined) return undefined;
  if (!diff.ok) throw new Error(diff.error.message);
  const after = applyDiff(design, diff.value);
  if (!after.ok) throw new Error(after.error.message);
  const back = applyDiff(after.value, invert(diff.value));
  expect(back).toEqual({ ok: true, value: design });
  return after.value;
}

describe('the rules', () => {
  it('are those of the catalogue, each once', () => {
    const known = rules.map(({ id, severity, title }) => [id, severity, title]);
    expect(known.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual(CATALOGUE);
  });

  it('are all files of the folder', () => {
    const folder = new URL('./rules/', import.meta.url);
    const files = readdirSync(folder, { recursive: true }).map(String);
    expect(files.filter((file) => file.includes('/')).length).toBe(rules.length);
  });

  it('each say why, when and on what ground', () => {
    for (const { id, why, trigger, guide, references, title } of rules) {
      expect(why, id).toMatch(/\.$/);
      expect(trigger, id).toMatch(/\.$/);
      expect(title, id).not.toMatch(/\.$/);
      expect(guide.length + references.length, id).toBeGreaterThan(0);
    }
    expect(new Set(rules.map(({ why }) => why)).size).toBe(rules.length);
  });

  it('find nothing in a healthy site', () => {
    expect(check(buildHealthySite().build())).toEqual([]);
  });
});

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  const example = ruleExamples.get(id);
  if (!example) throw new Error(`No example for ${id}.`);

  it('finds nothing in its good example, nor does any other rule', () => {
    expect(failures(example.good().build())).toEqual([]);
  });

  it('finds its bad example once', () => {
    const design = example.bad().build();
    const found = check(design).filter(({ ruleId }) => ruleId === id);
    expect(found.map(({ status, subjects }) => [status, subjects.elements[0]])).toEqual([['fail', example.subject]]);
    for (const finding of check(design)) {
      expect(finding.message).toMatch(/\.$/);
      expect(finding.message).not.toMatch(/undefined|null|\[object/);
      expect(finding.source).not.toBe('');
      expect(subjectExists(design, finding)).toBe(true);
    }
  });

  it('mends its bad example with each of its fixes', () => {
    const design = example.bad().build();
    const before = rawErrors(design);
    const [finding] = check(design).filter(({ ruleId }) => ruleId === id);
    for (const fix of finding?.fixes ?? []) {
      const after = applyFix(design, fix);
      if (!after) continue;
      expect(
        check(after).map(({ key }) => key),
        fix.id,
      ).not.toContain(finding?.key);
      expect(
        [...rawErrors(after)].filter((key) => !before.has(key)),
        fix.id,
      ).toEqual([]);
    }
  });
});
