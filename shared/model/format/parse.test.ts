import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../testing/builder';
import { complaint, element, elementComplaint, faultOf, file } from '../../testing/design-files';
import { parseDesign } from './parse';
import { serializeDesign } from './serialize';

describe('a file that is no design', () => {
  it.each([
    ['nothing', '', /^empty-file: The file is empty/],
    ['white space', ' \n\t\n', /^empty-file: The file is empty/],
    ['zero bytes', '\u0000'.repeat(4096), /^empty-file: .*only zero bytes/],
    ['an image', '\ufffdPNG\r\n\u001a\n', /^not-json: .*a PNG image/],
    ['a web page', '<!DOCTYPE html><html></html>', /^not-json: .*a web page/],
    ['a draw.io diagram', '<mxfile host="app"><diagram/></mxfile>', /^not-json: .*draw\.io/],
    ['a YAML template', 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  A: {}\n', /^not-json: .*CloudFormation/],
    ['a JSON template', '{"Resources":{"Bucket":{"Type":"AWS::S3::Bucket"}}}', /^not-a-design: .*CloudFormation/],
    ['UTF-16', '{\u0000"\u0000f\u0000', /^not-json: .*UTF-16/],
    ['null', 'null', /^not-a-design: .*the value null/],
    ['a number', '42', /^not-a-design: .*a single number/],
    ['a list', '[]', /^not-a-design: .*a list/],
    ['a text', '"x"', /^not-a-design: .*a single text/],
    ['other JSON', '{"nodes":[]}', /^not-a-design: .*JSON of another kind/],
    ['another format', '{"format":"cloudcraft","version":1}', /^not-a-design: .*"cloudcraft"/],
    ['prose', 'Dear all,\nhere is', /^not-json: .*line 1, column 1/],
  ])('refuses %s and says what it is', (_what, text, message) => {
    expect(complaint(text)).toMatch(message);
  });

  it('names line and column of a syntax error', () => {
    expect(complaint('{\n  "format": "stratiform",\n  "version": 1,,\n}')).toMatch(/line 3, column 16/);
    expect(complaint('{\n  "a": nope\n}')).toMatch(/unexpected "nope" in line 2, column 8/);
    expect(complaint('{"a": 1}}')).toMatch(/unexpected "}" in line 1, column 9/);
    expect(complaint('{"a": [1, 2}')).toMatch(/line 1, column 12/);
    expect(complaint('{"a": "tab\there"}')).toMatch(/line 1, column 7/);
    expect(complaint("{'a': 1}")).toMatch(/line 1, column 2/);
  });

  it('refuses more than 50 MB by its length alone', () => {
    expect(complaint(' '.repeat(50 * 1024 * 1024 + 1))).toMatch(/^too-large: The file has 51 MB/);
  });

  it('survives a million nested lists', () => {
    const depth = 1_000_000;
    expect(complaint('['.repeat(depth))).toMatch(/cut off/);
    expect(complaint('['.repeat(depth) + ']'.repeat(depth))).toMatch(/^not-a-design/);
    expect(complaint(`{"format":"stratiform","version":1,"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`)).toMatch(
      /^too-deep: .*more than 64 levels/,
    );
  });
});

describe('versions', () => {
  it('refuses a newer one and leaves the file alone', () => {
    expect(complaint(file({ version: 2 }))).toMatch(/^newer-version: .*version 2.*Update Stratiform/);
  });

  it.each([
    ['"2"', '2'],
    ['1.5', 1.5],
    ['-1', -1],
    ['0', 0],
    ['null', null],
  ])('refuses version %s', (shown, version) => {
    expect(complaint(file({ version }))).toContain(`but is ${shown}`);
  });

  it('still opens the first version as it was written then', () => {
    const folder = new URL('./migrations/fixtures/', import.meta.url);
    const result = parseDesign(readFileSync(new URL('version-1.stratiform', folder), 'utf8'));
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.header.name).toBe('Version 1 sample');
    expect([...result.value.elements.values()].map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
      ['az-a', 'availability-zone', 'vpc'],
      ['db', 'rds-instance', 'vpc'],
      ['db-a', 'subnet', 'az-a'],
      ['region', 'region', null],
      ['robot', 'robot-arm', 'region'],
      ['tier-db', 'tier', 'vpc'],
      ['users', 'users', null],
      ['vpc', 'vpc', 'region'],
    ]);
    expect(result.value.elements.get('db')).toMatchObject({
      tier: 'tier-db',
      subnets: ['db-a'],
      frame: { x: 164, y: 300, width: 176, height: 72 },
      settings: { multiAz: true, instanceClass: 'db.r6g.large' },
      extra: { shade: 'violet', frame: { rotation: 90 } },
    });
    expect(result.value.connections.get('c1')).toMatchObject({ from: 'users', to: 'robot', extra: { bend: 2 } });
  });
});

describe('keys that reach prototypes', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('refuses %s wherever it stands', (key) => {
    const poison = `{"${key}":{"polluted":true}}`;
    const texts = [
      `{"format":"stratiform","version":1,"name":"x","elements":[],"connections":[],"${key}":{"polluted":true}}`,
      file({ settings: { nest: 0 } }).replace('{"nest":0}', `{"nest":${poison}}`),
      file({ elements: [element({ settings: 0 })] }).replace('"settings":0', `"settings":${poison}`),
    ];
    for (const text of texts) expect(complaint(text)).toMatch(new RegExp(`^unsafe-key: .*"${key}"`));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('names the element that holds it', () => {
    const text = file({ elements: [element({ settings: 0 })] }).replace('"settings":0', '"settings":{"constructor":1}');
    expect(complaint(text)).toContain('element "web" › settings');
  });

  it('takes such words as ids', () => {
    const result = parseDesign(file({ elements: [element({ id: '__proto__' }), element({ id: 'toString' })] }));
    expect(result.ok && [...result.value.elements.keys()]).toEqual(['__proto__', 'toString']);
  });
});

describe('references', () => {
  it('refuses duplicate ids', () => {
    expect(complaint(file({ elements: [element({}), element({})] }))).toMatch(/^duplicate-id: Element id "web"/);
  });

  it.each([
    ['a missing parent', { parent: 'vpc-9' }, /^missing-parent: .*"Web server" \(web\) lies in "vpc-9"/],
    ['a missing tier', { tier: 't' }, /^dangling-reference: .*tier "t"/],
    ['a missing subnet', { subnets: ['s'] }, /^dangling-reference: .*subnet "s"/],
    ['a parent that is itself', { parent: 'web' }, /^cyclic-parents: .*lies inside itself/],
  ])('refuses %s', (_what, fields, message) => {
    expect(elementComplaint(fields)).toMatch(message);
  });

  it('refuses a circle of parents once', () => {
    const elements = ['a', 'b', 'c'].map((id, index) => element({ id, parent: ['b', 'c', 'a'][index] ?? null }));
    const fault = faultOf(file({ elements }));
    expect(fault.code).toBe('cyclic-parents');
    expect(fault.details).toBeUndefined();
  });

  it('refuses connections to nowhere and to itself', () => {
    const line = { id: 'c', kind: 'data', from: 'web', to: 'db' };
    expect(complaint(file({ elements: [element({})], connections: [line] }))).toMatch(
      /^dangling-reference: Connection "c" ends at "db"/,
    );
    expect(complaint(file({ elements: [element({})], connections: [{ ...line, to: 'web' }] }))).toContain('to itself');
  });
});

describe('what must not matter', () => {
  const text = serializeDesign(buildNetwork(['a'], { web: 'private' }).build());

  it('opens files with a byte order mark or Windows line ends', () => {
    expect(parseDesign(`\ufeff${text}`)).toEqual(parseDesign(text));
    expect(parseDesign(text.replaceAll('\n', '\r\n'))).toEqual(parseDesign(text));
    expect(parseDesign(text).ok).toBe(true);
  });

  it('refuses every truncation, most of them as cut off', () => {
    const faults = Array.from({ length: text.trimEnd().length }, (_, length) => faultOf(text.slice(0, length)));
    const cutOff = faults.filter(({ message }) => message.includes('cut off')).length;
    expect(cutOff).toBe(faults.length - 1);
  });

  it('refuses every truncation in the middle of a character', () => {
    const bytes = new TextEncoder().encode(text.replace('Test design', 'Entwürfe 🗄️'));
    for (let length = 0; length < bytes.length - 2; length += 1)
      expect(parseDesign(new TextDecoder().decode(bytes.slice(0, length))).ok).toBe(false);
  });
});
