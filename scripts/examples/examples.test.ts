import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitDesign } from '../../shared/layout/fit';
import type { Design } from '../../shared/model/design';
import { isEmptyDiff } from '../../shared/model/diff';
import { parseDesign } from '../../shared/model/format/parse';
import { serializeDesign } from '../../shared/model/format/serialize';
import { checkIntegrity } from '../../shared/model/integrity';
import { resolve } from '../../shared/topology/resolve';
import { validate } from '../../shared/validation/validate';
import { sketches } from './sketches';

const folder = new URL('../../examples/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(`${name}.stratiform`, folder), 'utf8');

const open = (name: string): Design => {
  const result = parseDesign(textOf(name));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const faultsOf = (name: string) =>
  validate(resolve(open(name))).findings.filter(({ status, severity }) => status === 'fail' && severity === 'error');

const names = Object.keys(sketches);

describe.each(names)('%s', (name) => {
  it('is what its sketch draws (npm run examples)', () => {
    expect(textOf(name)).toBe(serializeDesign(sketches[name]?.() ?? open(name)));
  });

  it('is sound and tidy', () => {
    const design = open(name);
    expect(checkIntegrity(design)).toEqual([]);
    expect(isEmptyDiff(fitDesign(design))).toBe(true);
    expect(resolve(design).links).toHaveLength(design.connections.size);
  });

  it('is named in the README of the folder', () => {
    expect(readFileSync(new URL('README.md', folder), 'utf8')).toContain(`\`${name}\``);
  });
});

describe('the examples', () => {
  it('are all the files there are', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.stratiform'));
    expect(files.sort()).toEqual(names.map((name) => `${name}.stratiform`).sort());
  });

  it('show the three faults of the three-tier shop', () => {
    const rules = new Set(faultsOf('three-tier-with-faults').map(({ ruleId }) => ruleId));
    expect([...rules]).toEqual(expect.arrayContaining(['AVL-01', 'STA-01', 'NET-01']));
  });

  it.each(['high-power-wordpress', 'microservices'])('show no error in %s', (name) => {
    expect(faultsOf(name).map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  it('say that the low-power site runs as a single copy', () => {
    expect(faultsOf('low-power-wordpress').map(({ ruleId }) => ruleId)).toEqual(['AVL-02']);
  });
});
