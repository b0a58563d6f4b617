import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportCdk } from '../exporters/cdk/export';
import type { Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import { validate } from '../shared/validation/validate';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';
import { nagProject } from './judges/cdk/nag';
import { makeProjectFolder, writeProjectFiles } from './judges/cdk/project-folder';

const subjects: readonly { readonly name: string; readonly design: Design }[] = [
  ...Object.entries(allDesigns).map(([name, make]) => ({ name, design: make() })),
  ...readExamples(),
];

/** Errors and warnings of our own checks. */
const faultsOf = (design: Design): readonly string[] =>
  validate(resolve(design))
    .findings.filter(({ status, severity }) => status === 'fail' && severity !== 'info')
    .map(({ ruleId }) => ruleId);

const folder = makeProjectFolder();
afterAll(() => folder.remove());

function nag({ name, design }: (typeof subjects)[number], change = (text: string): string => text): readonly string[] {
  const { files } = exportCdk(resolve(design));
  const project = join(folder.path, name.replaceAll(' ', '-'));
  writeProjectFiles(
    project,
    files.map((file) => ({ ...file, text: change(file.text) })),
  );
  const app = files.find(({ path }) => path.startsWith('bin/'))?.path.slice('bin/'.length, -'.ts'.length) ?? '';
  return nagProject(project, app);
}

const clean = subjects.filter(({ design }) => faultsOf(design).length === 0);

describe('cdk-nag', () => {
  it('has designs without a finding of ours to look at', () => {
    expect(clean.length).toBeGreaterThan(0);
  });

  it.each(clean)('has nothing to say of $name that the code does not answer', (subject) => {
    expect(nag(subject)).toEqual([]);
  });

  it('would speak up without the answers', () => {
    const subject = clean.find(({ design }) => resolve(design).vpcs.length > 0);
    if (!subject) throw new Error('No design');
    const rules = nag(subject, (text) => text.replaceAll('AwsSolutions-', 'Nothing-'));
    expect(rules.some((rule) => rule.startsWith('AwsSolutions-VPC7'))).toBe(true);
  });

  it('finds what our own checks find: that is answered nowhere', () => {
    const faulty = subjects.find(({ name }) => name === 'example three-tier-with-faults');
    if (!faulty) throw new Error('No design');
    expect(nag(faulty).map((rule) => rule.split(' ')[0])).toContain('AwsSolutions-RDS3');
  });
});
