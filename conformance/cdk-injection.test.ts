import { join } from 'node:path';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { afterAll, describe, expect, it } from 'vitest';
import { PLAIN_RESOURCES } from '../exporters/cdk/class-names';
import { exportCdk } from '../exporters/cdk/export';
import { featureFlags } from '../exporters/cdk/feature-flags';
import type { Design } from '../shared/model/design';
import { buildNetwork } from '../shared/testing/builder';
import { resolve } from '../shared/topology/resolve';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';
import { meaningOf } from './judges/cdk/meaning';
import { makeProjectFolder, synthesise, writeProjectFiles } from './judges/cdk/project-folder';

const NAMES = [
  `it's "quoted"`,
  'two\nlines',
  `\${process.exit(1)}`,
  '`whoami`',
  '*/ process.exit(1) /*',
  'a\u2028b\u2029c',
  'x'.repeat(300),
  `\\'); process.exit(1); ('`,
  `\${Token[TOKEN.7]} {{resolve:secretsmanager:x}}`,
  '</script><!-- -->',
  '\u202Eevil\uD800',
];

/** Everything that can bear a text bears this one. */
const named = (name: string): Design => {
  const inVpc = (tier: string) => ({ name, parent: 'vpc', tier: `tier-${tier}`, subnets: [`${tier}-a`, `${tier}-b`] });
  const design = buildNetwork(['a', 'b'], { web: 'public', database: 'isolated' })
    .add('users', 'users', { name })
    .add('bucket', 's3-bucket', { name, parent: 'region' })
    .add('job', 'lambda-function', { name, parent: 'region' })
    .add('alb', 'application-load-balancer', inVpc('web'))
    .add('web', 'auto-scaling-group', inVpc('web'))
    .add('db', 'rds-instance', inVpc('database'))
    .add('cache', 'elasticache-redis', inVpc('database'))
    .add('alarm', 'cloudwatch-alarm', { name, parent: 'region' })
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'web', { label: name })
    .connect('data', 'web', 'db')
    .connect('data', 'web', 'bucket')
    .connect('monitors', 'alarm', 'alb')
    .build();
  const elements = new Map([...design.elements].map(([id, element]) => [id, { ...element, name }]));
  return { ...design, header: { ...design.header, name }, elements };
};

const folder = makeProjectFolder();
afterAll(() => folder.remove());

/** The code of a project without its literals and without the texts for people. */
const skeletonOf = (design: Design): readonly string[] =>
  exportCdk(resolve(design), { projectName: 'site' })
    .files.filter(({ path }) => path.endsWith('.ts'))
    .map(
      ({ path, text }) => `${path}\n${text.replace(/'(?:[^'\\\n]|\\.)*'/g, "''").replace(/\s+|,(?=\s*[)\]}])/g, '')}`,
    );

describe('names that somebody typed', () => {
  const plain = skeletonOf(named('Plain name'));

  it.each(NAMES.map((name) => [JSON.stringify(name).slice(0, 40), name] as const))(
    '%s change literals only',
    (_, name) => {
      expect(skeletonOf(named(name))).toEqual(plain);
    },
  );

  it('deploy the same things, names apart', () => {
    const kinds = (name: string, at: string): readonly string[] => {
      const project = join(folder.path, at);
      writeProjectFiles(project, exportCdk(resolve(named(name)), { projectName: 'site' }).files);
      const { templates } = synthesise(project, 'site');
      return templates.flatMap(meaningOf).map((line) => line.split(' ')[0] ?? '');
    };
    // Every name is held against the plain one as text above; these three would change the program or its tokens.
    const all = NAMES.filter((name) => /Token|process|quoted/.test(name)).map((name, index) =>
      kinds(name, `site-${index}`),
    );
    for (const found of all) expect(found).toEqual(kinds('Plain name', 'plain'));
  });

  it('make sound names of projects', () => {
    for (const name of NAMES) {
      const paths = exportCdk(resolve(named(name))).files.map(({ path }) => path);
      for (const path of paths) expect(path).toMatch(/^[a-zA-Z0-9./-]+$/);
    }
  });
});

describe('every project', () => {
  const designs = [...Object.values(allDesigns).map((make) => make()), ...readExamples().map(({ design }) => design)];
  const code = designs.flatMap((design) => exportCdk(resolve(design)).files.filter(({ path }) => path.endsWith('.ts')));

  it('uses plain resources only where there is no other form', () => {
    const used = new Set(code.flatMap(({ text }) => text.match(/\b[a-zA-Z0-9]+\.Cfn[A-Za-z]+/g) ?? []));
    expect([...used].filter((name) => !PLAIN_RESOURCES.includes(name))).toEqual([]);
  });

  it('names no zone, account, image or secret', () => {
    for (const { path, text } of code.filter((file) => file.path.startsWith('lib/') || file.path.startsWith('bin/'))) {
      expect(text, path).not.toMatch(/\b[a-z]{2}-[a-z]+-\d[a-f]\b|\bami-[0-9a-f]{8}|arn:aws|\b\d{12}\b/);
      expect(text, path).not.toMatch(/password:|SecretValue\.unsafe/);
    }
  });

  it('starts with the flags that CDK recommends', () => {
    expect(featureFlags).toEqual(recommended);
  });
});
