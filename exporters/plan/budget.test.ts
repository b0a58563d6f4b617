import { describe, expect, it } from 'vitest';
import { buildDesign } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import type { JsonObject } from '../../shared/util/json';
import { exportCdk } from '../cdk/export';
import { exportCloudFormation } from '../cloudformation/export';

const draw = (settings: JsonObject, ...codes: readonly string[]) => {
  const builder = buildDesign('Shop').settings(settings);
  for (const code of codes)
    builder.add(code, 'region', { settings: { code } }).add(`queue-${code}`, 'sqs-queue', { parent: code });
  return resolve(builder.build());
};

const stated: JsonObject = { monthlyBudget: 250.5, alertEmail: 'owner@example.com' };

const templatesOf = (settings: JsonObject, ...codes: readonly string[]) =>
  exportCloudFormation(draw(settings, ...codes), { format: 'yaml' });

describe('the budget of a design', () => {
  it('becomes an AWS Budget with alerts at parts of it, and billing alarms where CloudWatch knows the bill', () => {
    const { files, notes } = templatesOf(stated, 'us-east-1');
    const [{ text } = { text: '' }] = files;
    expect(text.match(/Type: AWS::Budgets::Budget/g)).toHaveLength(1);
    expect(text).toContain('Amount: 250.5');
    expect(text).toContain('Default: owner@example.com');
    expect(text.match(/Threshold: (\d|\.)+/g)).toEqual([
      // AWS Budgets takes percentages, CloudWatch dollars; logical ids are sorted as they were added.
      ...['50', '80', '100', '100'].map((percent) => `Threshold: ${percent}`),
      ...['125.25', '200.4', '250.5'].map((usd) => `Threshold: ${usd}`),
    ]);
    expect(notes.map(({ message }) => message).join('\n')).toContain('Receive CloudWatch billing alerts');
  });

  it('goes with one of several stacks: that of us-east-1, else the first', () => {
    const holders = (...codes: readonly string[]) =>
      templatesOf(stated, ...codes)
        .files.filter(({ text }) => text.includes('AWS::Budgets::Budget'))
        .map(({ path }) => path);
    expect(holders('eu-west-1', 'us-east-1')).toEqual(['template-us-east-1.yaml']);
    expect(holders('eu-west-1', 'eu-central-1')).toEqual(['template-eu-central-1.yaml']);
    const { files, notes } = templatesOf(stated, 'eu-west-1');
    expect(files[0]?.text).not.toContain('EstimatedCharges');
    expect(notes.map(({ message }) => message)).toContainEqual(expect.stringContaining('in us-east-1 only'));
  });

  it('is left out where it is not stated or nobody is told', () => {
    for (const settings of [{}, { monthlyBudget: 100 }, { alertEmail: 'owner@example.com' }])
      expect(templatesOf(settings, 'us-east-1').files[0]?.text).not.toMatch(/Budget|Billing/);
  });

  it('is written for CDK too, the address in its context', () => {
    const { files } = exportCdk(draw(stated, 'us-east-1'));
    const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';
    expect(textOf('lib/costs.ts')).toContain("new budgets.CfnBudget(this, 'MonthlyBudget'");
    expect(textOf('lib/costs.ts').match(/new cloudwatch\.Alarm/g)).toHaveLength(3);
    expect(JSON.parse(textOf('cdk.json'))).toMatchObject({ context: { budgetAlertEmail: 'owner@example.com' } });
    const none = exportCdk(draw({}, 'us-east-1')).files;
    expect(none.map(({ path }) => path)).not.toContain('lib/costs.ts');
  });
});
