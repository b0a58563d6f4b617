import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyDiff, invert } from '../model/diff';
import { countingIds } from '../testing/new-id';
import { ruleExamples } from '../testing/rule-examples';
import { buildHealthySite } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import type { Amounts } from './amounts';
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
  ['AVL-07', 'warning', 'Private subnets use a NAT gateway in another AZ'],
  ['AVL-11', 'warning', 'Survivors cannot carry the load when one AZ is lost'],
  ['AVL-12', 'error', 'Single point of failure on a request path'],
  ['AVL-13', 'warning', 'Health checking is missing'],
  ['AVL-14', 'error', 'Backups or point-in-time recovery are off, short or not isolated'],
  ['CON-01', 'error', 'Subnet is not in exactly one AZ'],
  ['CON-02', 'error', 'Subnet CIDR is outside the VPC or overlaps a sibling'],
  ['CON-03', 'error', 'Node is in a place AWS does not allow'],
  ['CON-04', 'error', "Subnet's label contradicts its routes"],
  ['CON-05', 'warning', 'Something that needs a way out has none'],
  ['CON-06', 'error', 'Subnet group covers fewer than two AZs'],
  ['CON-07', 'error', 'A drawn connection would be blocked'],
  ['CON-08', 'error', 'Connection makes no sense'],
  ['CON-09', 'warning', 'Node or tier is unreachable'],
  ['CON-10', 'error', 'Load balancer and target do not match'],
  ['CON-13', 'error', 'Design cannot be exported as drawn'],
  ['COST-01', 'error', 'Over budget, or no budget and no billing alarm'],
  ['COST-02', 'info', 'Steady capacity is bought on demand'],
  ['COST-03', 'error', 'Spot is used where interruption hurts (or not where it would help)'],
  ['COST-05', 'warning', 'Chatty traffic crosses Availability Zones'],
  ['COST-07', 'warning', 'Paying for something nothing uses'],
  ['COST-09', 'info', 'The total is only a lower bound'],
  ['ENC-01', 'error', 'Public listener accepts plain HTTP'],
  ['ENC-04', 'error', 'Database storage is not encrypted'],
  ['ENC-05', 'warning', 'Cache is not encrypted or has no authentication'],
  ['ENC-06', 'error', 'Volumes or file systems are not encrypted'],
  ['NET-01', 'error', 'Data tier can be reached from the internet'],
  ['NET-02', 'error', 'Data port is open to more than the tier that uses it'],
  ['NET-03', 'warning', 'Copy behind a load balancer has its own public IP'],
  ['NET-04', 'error', 'SSH or RDP is open to the world'],
  ['NET-05', 'error', 'More than one admin entry point'],
  ['NET-07', 'error', 'World-open ingress on something that is not an edge service'],
  ['NET-08', 'warning', 'Request path skips a tier'],
  ['NET-09', 'warning', 'Data tier may call out to the internet'],
  ['NET-10', 'error', 'Bucket is public or serves a site without a CDN identity'],
  ['OPS-01', 'warning', 'Critical component has no alarm'],
  ['OPS-06', 'warning', 'Stateful resource can be deleted by a stack operation'],
  ['SCA-01', 'warning', 'Tier cannot scale by itself'],
  ['SCA-03', 'warning', 'Static files are served by the web tier'],
  ['SCA-04', 'info', 'Read-heavy database without cache or replica'],
  ['SCA-06', 'warning', 'Queue without dead-letter queue or consumer scaling'],
  ['SCA-09', 'warning', 'Subnet is too small for the maximum scale'],
  ['STA-01', 'error', 'Session state is kept on the instances'],
  ['STA-02', 'warning', 'No session store is shown for a tier that serves users'],
  ['STA-03', 'warning', 'Sticky sessions pin users to one copy'],
  ['STA-04', 'warning', 'Sessions are stored in the relational database'],
  ['STA-05', 'warning', 'One failure logs everybody out'],
  ['STA-06', 'error', 'User files live on instance disks'],
];

const check = (design: Design, amounts?: Amounts) => validate(resolve(design), rules, amounts).findings;
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
