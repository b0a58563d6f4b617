import { describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import { exportDesign } from '../exporters/export-design';
import { type Design, emptyDesign } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { validate } from '../shared/validation/validate';
import { severalOf } from './designs/large-design';
import { highPowerSite } from './designs/network-designs';
import { SERVICE_TRAPS, UNREACHABLE } from './designs/service-trap-drawings';
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
  // Nested templates know their neighbours by parameters; `nested.test.ts` judges what they are together.
  if (files.some(({ isNested }) => isNested)) return spec.filter((fault) => !/allowed in a call/.test(fault));
  const traps = files.flatMap(({ text, region }) =>
    findTraps(parse(text), region).map(({ code, logicalId }) => `${code} at ${logicalId}`),
  );
  const byAws = files
    .flatMap(({ text, path, region }) => validateWithAws(text, path, region ?? undefined))
    .filter(({ severity }) => severity !== 'WARN');
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

const TITLE = 'Public entry point has no WAF, or the CDN/WAF can be bypassed';
const drawn = [...Object.entries(TRAPS), ...Object.entries(SERVICE_TRAPS)];

describe.each(drawn)('trap %s', (_name, { design, shows, isRefused }) => {
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

it('are all met by a drawing, or have a reason why none leads there', () => {
  const numbersIn = (title: string): readonly number[] => {
    const [head = ''] = /^[\d ,to and]+/.exec(title) ?? [];
    const [from, to] = head.split(' to ').map(Number);
    if (from !== undefined && to !== undefined && to > from)
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    return (head.match(/\d+/g) ?? []).map(Number);
  };
  const met = new Set([...drawn.flatMap(([title]) => numbersIn(title)), ...Object.keys(UNREACHABLE).map(Number)]);
  expect([...met].sort((a, b) => a - b)).toEqual(Array.from({ length: 52 }, (_, index) => index + 1));
});

it('43: a template over the size of a request goes through a bucket, and the export says so', () => {
  const { guide, files, notes } = exportDesign(
    resolve(severalOf(highPowerSite(), 3)),
    'cloudformation-json',
    '2026-01-01',
  );
  expect(files).toHaveLength(1);
  expect(notes.map(({ message }) => message).join(' ')).toMatch(/goes through a bucket/);
  const commands = guide.steps.flatMap(({ command = '' }) => (/cloudformation deploy/.test(command) ? [command] : []));
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) expect(command).toContain('--s3-bucket');
});

it('52: a web ACL that AWS would refuse before a distribution is found while it is drawn', () => {
  const titles = (name: string): readonly string[] => refusalsOf(SERVICE_TRAPS[name]?.design() ?? emptyDesign());
  expect(titles('52 web ACL of a distribution outside us-east-1')).toContain(TITLE);
  expect(titles('52 web ACL before a load balancer and a distribution')).toContain(TITLE);
  expect(titles('52 web ACL in us-east-1, its distribution with another stack')).toEqual([]);
});
