import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../testing/builder';
import type { JsonObject } from '../../util/json';
import { parseDesign } from './parse';
import { serializeDesign } from './serialize';

const element = (fields: JsonObject): JsonObject => ({
  id: 'web',
  kind: 'ec2-instance',
  name: 'Web server',
  frame: { x: 0, y: 0, width: 176, height: 72 },
  ...fields,
});

const file = (fields: JsonObject): string =>
  JSON.stringify({ format: 'stratiform', version: 1, name: 'Shop', elements: [], connections: [], ...fields });

const faultOf = (text: string) => {
  const result = parseDesign(text);
  if (result.ok) throw new Error('The file was opened, but should have been refused.');
  return result.error;
};

const complaint = (text: string): string => {
  const { code, message, details = [] } = faultOf(text);
  return [`${code}: ${message}`, ...details].join('\n');
};

const elementComplaint = (fields: JsonObject): string => complaint(file({ elements: [element(fields)] }));

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

describe('shapes', () => {
  it.each([
    [
      'a text as position',
      { frame: { x: '12', y: 0, width: 1, height: 1 } },
      'Element "web": "frame.x" must be a number',
    ],
    ['null as position', { frame: { x: null, y: 0, width: 1, height: 1 } }, 'but is null'],
    [
      'a missing size',
      { frame: { x: 0, y: 0, width: 1 } },
      '"frame.height" must be a number from 0 to 200000, but is nothing',
    ],
    ['a negative size', { frame: { x: 0, y: 0, width: -4, height: 1 } }, 'but is -4'],
    ['a size beyond reason', { frame: { x: 0, y: 0, width: 1e9, height: 1 } }, 'but is 1000000000'],
    ['no frame', { frame: null }, '"frame" must be an object'],
    ['a number as name', { name: 7 }, '"name" must be a text, but is 7'],
    ['an empty id', { id: '' }, 'Element number 1: "id" is empty'],
    ['an endless id', { id: 'x'.repeat(10_000) }, 'has 10000 characters; at most 200'],
    ['an endless name', { name: 'x'.repeat(10_000) }, 'has 10000 characters; at most 1000'],
    ['subnets that are no ids', { subnets: [1] }, '"subnets" must be a list of ids'],
    ['settings that are a list', { settings: [] }, '"settings" must be an object'],
    ['a parent that is no id', { parent: 3 }, '"parent" must be a text'],
    ['a number for locked', { locked: 1 }, '"locked" must be true or false, but is 1'],
    ['half an order', { order: 1.5 }, '"order" must be a whole number from -1000000 to 1000000, but is 1.5'],
    ['an order beyond the limit', { order: 1e7 }, '"order" must be a whole number'],
    ['parameters that are no names', { parameters: [1] }, '"parameters" must be a list of names of settings'],
    [
      'too many parameters',
      { parameters: Array.from({ length: 51 }, (_, index) => `p${index}`) },
      '"parameters" has 51 names; at most 50 are allowed',
    ],
    [
      'values for development that are a list',
      { development: ['multiAz'] },
      '"development" must be an object of settings',
    ],
    [
      'too many values for development',
      { development: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`p${index}`, 1])) },
      '"development" has 51 values; at most 50 are allowed',
    ],
    ['a value for development without a name', { development: { '': 1 } }, 'the name of a setting that is empty'],
    ['tags that are a list', { tags: ['Owner'] }, '"tags" must be an object of keys and values'],
    ['a tag that is a number', { tags: { Owner: 1 } }, 'the value of the tag "Owner" must be a text, but is 1'],
    ['a tag of AWS itself', { tags: { 'AWS:x': '1' } }, 'starts with “aws:”'],
    ['tags that differ in case only', { tags: { Owner: '1', owner: '2' } }, 'differ only in case'],
    ['a text for collapsed', { collapsed: 'yes' }, '"collapsed" must be true or false, but is "yes"'],
  ])('refuses %s', (_what, fields, message) => {
    expect(elementComplaint(fields)).toMatch(/^bad-shape: /);
    expect(elementComplaint(fields)).toContain(message);
  });

  it.each([
    ['no list', { x: 1, y: 2 }, '"bends" must be a list of corners'],
    ['a corner without y', [{ x: 1 }], 'corner 1 of "bends" must have x and y from -1000000 to 1000000'],
    [
      'a corner off the canvas',
      [
        { x: 1, y: 1 },
        { x: 1, y: -2e6 },
      ],
      'corner 2 of "bends"',
    ],
    ['corners without end', Array(21).fill({ x: 1, y: 1 }), '"bends" has 21 corners; at most 20'],
  ])('refuses bends that are %s', (_what, bends, message) => {
    const elements = [element({}), element({ id: 'b' })];
    const text = file({ elements, connections: [{ id: 'c', kind: 'traffic', from: 'web', to: 'b', bends }] });
    expect(complaint(text)).toMatch(/^bad-shape: /);
    expect(complaint(text)).toContain(message);
  });

  it('refuses required tags that are no keys', () => {
    expect(complaint(file({ requiredTags: 'Owner' }))).toContain('"requiredTags" must be a list of tag keys');
    expect(complaint(file({ requiredTags: ['Name'] }))).toContain('"requiredTags": The tag “Name” is written');
  });

  it('takes what says nothing for nothing', () => {
    const elements = [
      element({ collapsed: false, parameters: [], tags: {}, development: {} }),
      element({ id: 'b', collapsed: true, parameters: ['z', 'a', 'z'] }),
    ];
    const connections = [{ id: 'c', kind: 'traffic', from: 'web', to: 'b', bends: [] }];
    const result = parseDesign(file({ elements, connections }));
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.elements.get('web')).not.toHaveProperty('collapsed');
    expect(result.value.elements.get('b')?.collapsed).toBe(true);
    expect(result.value.elements.get('web')).not.toHaveProperty('parameters');
    expect(result.value.elements.get('web')).not.toHaveProperty('tags');
    expect(result.value.elements.get('web')).not.toHaveProperty('development');
    expect(result.value.elements.get('b')?.parameters).toEqual(['a', 'z']);
    expect(result.value.connections.get('c')).not.toHaveProperty('bends');
  });

  it('refuses a number beyond what JSON keeps', () => {
    const text = file({ elements: [element({})] }).replace('"x":0', '"x":1e999');
    expect(complaint(text)).toMatch(/^bad-shape: .*element "web" › frame › x is too large/);
  });

  it('refuses a label of megabytes', () => {
    expect(elementComplaint({ settings: { text: 'x'.repeat(200_000) } })).toMatch(/^too-large: .*200000 characters/);
  });

  it('refuses too many elements with the figure', () => {
    const elements = Array.from({ length: 20_001 }, (_, index) => element({ id: `e${index}` }));
    expect(complaint(file({ elements }))).toMatch(/^too-large: The design has 20001 elements; at most 20000/);
  });

  it('tells of every problem at once', () => {
    const { details } = faultOf(file({ elements: [element({ name: 1, kind: 2, frame: 3 })], name: 4 }));
    expect(details).toHaveLength(3);
  });

  it('refuses elements that are no list, and no objects', () => {
    expect(complaint(file({ elements: {} }))).toContain('"elements" must be a list');
    expect(complaint(file({ elements: [7], connections: [null] }))).toMatch(
      /Element number 1.*\n.*Connection number 1/,
    );
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
