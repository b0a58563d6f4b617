import { describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import type { Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { validate } from '../shared/validation/validate';
import { TRAPS } from './designs/trap-drawings';
import { checkTemplate } from './judges/check-template/check-template';
import { describeComplaint } from './judges/check-template/complaint';
import { validateWithAws } from './judges/cloudformation-validate';
import { findTraps } from './judges/deploy-traps/find-traps';

const parse = (text: string): JsonObject => {
  const value: Json = JSON.parse(text);
  return isJsonObject(value) ? value : {};
};

/** What any judge has against the templates of a design. */
function faultsOf(design: Design): readonly string[] {
  const { files } = exportCloudFormation(resolve(design), { format: 'json' });
  const spec = files.flatMap(({ text }) => checkTemplate(parse(text)).map(describeComplaint));
  const [only, ...more] = files;
  // Nested templates know their neighbours by parameters; `nested.test.ts` judges what they are together.
  if (!only || more.length > 0) return spec.filter((fault) => !/allowed in a call/.test(fault));
  const traps = findTraps(parse(only.text)).map(({ code, logicalId }) => `${code} at ${logicalId}`);
  const byAws = validateWithAws(only.text, 'template.json').filter(({ severity }) => severity !== 'WARN');
  return [...spec, ...traps, ...byAws.map(({ ruleId, message }) => `${ruleId} ${message}`)];
}

/** Findings of severity error, and notes that something will not work or is left out. */
function refusalsOf(design: Design): readonly string[] {
  const topology = resolve(design);
  const { notes } = exportCloudFormation(topology, { format: 'json' });
  return [
    ...validate(topology).findings.flatMap(({ severity, status, title }) =>
      severity === 'error' && status === 'fail' ? [title] : [],
    ),
    ...notes.flatMap(({ kind, message }) => (kind === 'assumed' ? [] : [message])),
  ];
}

describe.each(Object.entries(TRAPS))('trap %s', (_name, { design, shows, isRefused }) => {
  it(isRefused ? 'is refused before the export' : 'is stepped around', () => {
    const drawn = design();
    const text = exportCloudFormation(resolve(drawn), { format: 'json' })
      .files.map((file) => file.text.replace(/\s*\n\s*/g, '').replace(/": /g, '":'))
      .join('\n');
    expect(text).toMatch(shows);
    const faults = faultsOf(drawn);
    if (isRefused) {
      expect(faults).not.toEqual([]);
      expect(refusalsOf(drawn)).not.toEqual([]);
    } else expect(faults).toEqual([]);
  });
});
