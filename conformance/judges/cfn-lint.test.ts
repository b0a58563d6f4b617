import { describe, expect, it } from 'vitest';
import { faultyTemplates, soundTemplate } from '../fixtures/faulty-templates';
import { cfnLint, lintTemplates } from './cfn-lint';
import { isAvailable } from './command';

describe.skipIf(!isAvailable(cfnLint))('cfn-lint', () => {
  it('passes the sound template and refuses each planted fault', async () => {
    const seen = faultyTemplates.filter((fault) => fault.cfnLint !== undefined);
    const texts = Object.fromEntries(
      seen.map(({ template }, index) => [`fault-${index}.json`, JSON.stringify(template)]),
    );
    const findings = await lintTemplates({ ...texts, 'sound.json': JSON.stringify(soundTemplate) });
    const idsOf = (file: string): string[] => findings.filter((f) => f.file === file).map((f) => f.ruleId);
    // The sound template keeps one Fn::Sub without a variable, for a fault to be planted there.
    expect(idsOf('sound.json')).toEqual(['W1020']);
    seen.forEach((fault, index) => {
      expect(idsOf(`fault-${index}.json`), fault.name).toContain(fault.cfnLint);
    });
    expect(seen.length).toBeGreaterThanOrEqual(14);
  }, 300_000);
});
