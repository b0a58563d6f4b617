import { expect, it } from 'vitest';
import { type Design, emptyDesign, makeElement } from '../model/design';
import { withDevelopment } from '../model/development';
import { applyDiff } from '../model/diff';
import { countingIds } from '../testing/new-id';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { validate } from './validate';

const queue = makeElement({ id: 'jobs', kind: 'sqs-queue', name: 'Jobs', parent: 'region' });
const region = makeElement({ id: 'region', kind: 'region', name: 'Region' });
const designOf = (values: JsonObject): Design => ({
  ...emptyDesign(),
  elements: new Map([
    ['region', region],
    ['jobs', withDevelopment(queue, values)],
  ]),
});
const findingsOf = (design: Design) => validate(resolve(design)).findings.filter(({ ruleId }) => ruleId === 'CON-13');

it('warns of a value for development that AWS would refuse, and drops it alone', () => {
  const design = designOf({ retentionDays: 'long', fifo: true });
  const [finding, ...others] = findingsOf(design);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', message: expect.stringContaining('retentionDays = "long"') });
  const diff = finding?.fixes.find(({ id }) => id === 'use-production')?.apply?.(design, countingIds());
  const after = diff?.ok ? applyDiff(design, diff.value) : undefined;
  expect(after).toMatchObject({ ok: true });
  expect(after?.ok && after.value.elements.get('jobs')?.development).toEqual({ fifo: true });
  expect(findingsOf(designOf({ fifo: true }))).toEqual([]);
});

const key = (letter: string): string => `AKIA${letter.repeat(16)}`;

it('finds secrets in values for development, and takes them out alone', () => {
  const worker = makeElement({ id: 'work', kind: 'lambda-function', name: 'Work', parent: 'region' });
  const design: Design = {
    ...emptyDesign(),
    elements: new Map([
      ['region', region],
      ['work', withDevelopment(worker, { environment: `DB_PASSWORD=hunter2-dev\nKEY=${key('Q')}`, memoryMb: 256 })],
    ]),
  };
  const secretsOf = (drawn: Design) =>
    validate(resolve(drawn)).findings.filter(
      ({ ruleId, subjects }) => (ruleId === 'IAM-02' || ruleId === 'IAM-03') && subjects.elements[0] === 'work',
    );
  const found = secretsOf(design);
  expect(found.map(({ ruleId }) => ruleId).sort()).toEqual(['IAM-02', 'IAM-03']);
  const after = found.reduce((drawn, { fixes }) => {
    const diff = fixes[0]?.apply?.(drawn, countingIds());
    const next = diff?.ok ? applyDiff(drawn, diff.value) : undefined;
    if (!next?.ok) throw new Error('The fix does not apply.');
    return next.value;
  }, design);
  expect(secretsOf(after)).toEqual([]);
  expect(after.elements.get('work')).toEqual(
    withDevelopment(worker, { environment: 'DB_[removed]\nKEY=[removed]', memoryMb: 256 }),
  );
});
