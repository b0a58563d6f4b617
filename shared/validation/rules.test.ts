import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimateLevel } from '../assessment/estimate-level';
import type { Design } from '../model/design';
import { applyDiff, invert } from '../model/diff';
import { countingIds } from '../testing/new-id';
import { RULE_CATALOGUE } from '../testing/rule-catalogue';
import { ruleExamples } from '../testing/rule-examples';
import { buildHealthySite } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import type { Amounts } from './amounts';
import { gatherFacts } from './facts';
import type { Finding, Fix } from './rule';
import { rules } from './rules';
import { validate } from './validate';

const check = (design: Design, amounts: Amounts | null = null) =>
  validate(resolve(design), { amounts, estimateLevel }).findings;
const failures = (design: Design, amounts?: Amounts) =>
  check(design, amounts).filter(({ status }) => status === 'fail');

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
    const planned = new Map(RULE_CATALOGUE.map(({ id, severity, title }) => [id, [severity, title]]));
    for (const { id, severity, title } of rules) expect([severity, title], id).toEqual(planned.get(id));
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it.each([1, 2])('are all that were planned in phase %i, but for those with a reason', (wanted) => {
    const known = new Set(rules.map(({ id }) => id));
    const planned = RULE_CATALOGUE.filter(({ phase }) => phase === wanted);
    expect(planned.filter(({ id, left }) => !known.has(id) && left === undefined).map(({ id }) => id)).toEqual([]);
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
    expect(failures(example.good().build(), example.amounts?.good)).toEqual([]);
    const own = check(example.good().build(), example.amounts?.good).filter(({ ruleId }) => ruleId === id);
    expect(own).toEqual([]);
  });

  it('finds its bad example once', () => {
    const design = example.bad().build();
    const found = check(design, example.amounts?.bad).filter(({ ruleId }) => ruleId === id);
    expect(found.map(({ status, subjects }) => [status, subjects.elements[0]])).toEqual([
      [example.status ?? 'fail', example.subject],
    ]);
    for (const finding of check(design, example.amounts?.bad)) {
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
