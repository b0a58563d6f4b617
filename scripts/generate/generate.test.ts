import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { allDefinitions } from '../../shared/catalog/catalog';
import { makeDesignSchema, schemaText } from './design-schema';
import { ec2OffersFile } from './ec2-offers';
import { makeIndexes } from './indexes';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('generated lists', () => {
  it.each([...makeIndexes(root), ec2OffersFile(root)].map(({ path, text }) => [path, text]))(
    '%s is fresh (npm run generate)',
    (path, text) => {
      expect(readFileSync(root + path, 'utf8')).toBe(text);
    },
  );

  it('follow the files of a folder, tests and shared parts left out', () => {
    const other = `${mkdtempSync(`${tmpdir()}/stratiform-indexes-`)}/`;
    const put = (path: string): void => {
      mkdirSync(other + path.slice(0, path.lastIndexOf('/')), { recursive: true });
      writeFileSync(other + path, '');
    };
    put('shared/catalog/services/sqs-queue.ts');
    put('shared/catalog/services/efs.ts');
    put('shared/catalog/services/efs.test.ts');
    put('shared/validation/rules/network/port-is-open.ts');
    put('shared/pricing/sheets/efs.ts');
    put('shared/pricing/sheets/cache-charges.ts');
    put('exporters/cloudformation/resources/sqs-queue.ts');
    const [catalog, rules, sheets, emitters] = makeIndexes(other).map(({ text }) => text);
    rmSync(other, { recursive: true });
    expect(catalog).toContain("export const kinds = {\n  efs,\n  'sqs-queue': sqsQueue,\n} as const;");
    expect(rules).toContain("import { portIsOpen } from './network/port-is-open';");
    expect(sheets).not.toContain('cache-charges');
    expect(emitters).toContain("  'sqs-queue': sqsQueue,");
  });
});

describe('the JSON Schema of the format', () => {
  const judge = new Ajv2020({ strict: false }).compile(makeDesignSchema());
  const read = (path: string): unknown => JSON.parse(readFileSync(root + path, 'utf8'));

  it('is fresh (npm run generate)', () => {
    expect(readFileSync(`${root}docs/design.schema.json`, 'utf8')).toBe(schemaText());
  });

  it('accepts the examples and the fixture of version 1', () => {
    const examples = readdirSync(`${root}examples`).filter((file) => file.endsWith('.stratiform'));
    expect(examples).toHaveLength(4);
    const fixture = 'shared/model/format/migrations/fixtures/version-1.stratiform';
    for (const path of [...examples.map((file) => `examples/${file}`), fixture]) {
      judge(read(path));
      expect(judge.errors ?? [], path).toEqual([]);
    }
  });

  const design = (element: object) => ({
    format: 'stratiform',
    version: 1,
    name: 'x',
    elements: [{ id: 'a', kind: 'rds-instance', name: 'A', frame: { x: 0, y: 0, width: 1, height: 1 }, ...element }],
    connections: [],
  });

  it.each([
    ['a setting of the wrong type', { settings: { multiAz: 'yes' } }],
    ['a setting out of range', { settings: { storageGb: 1 } }],
    ['a choice there is not', { settings: { engine: 'oracle' } }],
    ['a value for development out of range', { development: { storageGb: 1 } }],
    ['no frame', { frame: null }],
    ['a negative size', { frame: { x: 0, y: 0, width: -1, height: 1 } }],
    ['an empty id', { id: '' }],
  ])('refuses %s', (_what, element) => {
    expect(judge(design(element))).toBe(false);
  });

  it('lets fields and kinds of the future pass', () => {
    expect(judge(design({ kind: 'robot-arm', settings: { reach: 4 }, shade: 'violet' }))).toBe(true);
    expect(judge(design({ settings: { multiAz: true, futureSetting: [] } }))).toBe(true);
  });

  it('labels every setting of every kind', () => {
    const text = schemaText();
    for (const { title } of allDefinitions()) expect(text).toContain(JSON.stringify(title));
    expect(text).toContain('"title": "Multi-AZ"');
  });
});
