import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyDiff } from '../model/diff';
import { parseDesign } from '../model/format/parse';
import { countingIds } from '../testing/new-id';
import { resolve } from '../topology/resolve';
import { validate } from './validate';

const FOLDER = new URL('../../examples/', import.meta.url);

/** What each bundled example shows, in the order the list has it. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'high-power-wordpress': ['fail info COST-02:region'],
  'low-power-wordpress': [
    'fail error AVL-02:everything-tier',
    'fail warning STA-01:everything-tier',
    'fail warning OPS-01:region',
    'fail warning OPS-02:region',
  ],
  microservices: ['fail info COST-02:region', 'fail info COST-03:order-workers'],
  'three-tier-with-faults': [
    'fail error NET-01:orders-database',
    'fail error ENC-01:load-balancer',
    'fail error AVL-01:app-tier',
    'fail error AVL-01:web-tier',
    'fail error AVL-03:app-server-1',
    'fail error AVL-05:orders-database',
    'fail error STA-01:app-tier',
    'fail error STA-06:app-tier',
    'fail warning STA-03:load-balancer',
    'fail warning SCA-03:load-balancer',
    'fail warning OPS-01:region',
    'fail warning OPS-02:region',
    'fail info OPS-06:load-balancer',
    'fail info COST-02:region',
    'unknown info COST-01:region',
  ],
};

function openExample(name: string): Design {
  const design = parseDesign(readFileSync(new URL(`${name}.stratiform`, FOLDER), 'utf8'));
  if (!design.ok) throw new Error(design.error.message);
  return design.value;
}

const check = (design: Design) => validate(resolve(design)).findings;

describe('the bundled examples', () => {
  it('are all listed here', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.stratiform'));
    expect(files.map((file) => file.replace('.stratiform', '')).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.keys(EXPECTED))('%s has just its findings', (name) => {
    const found = check(openExample(name)).map(({ status, severity, key }) => `${status} ${severity} ${key}`);
    expect(found).toEqual(EXPECTED[name]);
  });

  it('show a single point of failure, a stateful app tier and a public database on the faulty three-tier site', () => {
    const findings = check(openExample('three-tier-with-faults'));
    const find = (id: string) => findings.find(({ ruleId }) => ruleId === id);
    expect(find('AVL-05')?.message).toContain('a single point of failure');
    expect(find('AVL-05')?.evidence.cut).toEqual(['orders-database']);
    expect(find('AVL-05')?.evidence.path).toEqual(
      expect.arrayContaining(['shoppers', 'web-servers', 'orders-database']),
    );
    expect(find('STA-01')?.subjects.elements).toEqual(['app-tier', 'app-server-1', 'app-server-2']);
    expect(find('NET-01')?.subjects.elements).toEqual(['orders-database']);
  });

  it('are mended by applying the first fix of the first finding again and again, but for the budget', () => {
    let design = openExample('three-tier-with-faults');
    const newId = countingIds();
    for (let round = 0; round < 30; round += 1) {
      const [first] = check(design).filter(({ status }) => status === 'fail');
      if (!first) break;
      const diff = first.fixes[0]?.apply?.(design, newId);
      if (!diff?.ok) throw new Error(`${first.key} has no fix that applies.`);
      const after = applyDiff(design, diff.value);
      if (!after.ok) throw new Error(after.error.message);
      design = after.value;
    }
    expect(check(design).map(({ key }) => key)).toEqual(['COST-01:region']);
  });
});
