import { describe, expect, it } from 'vitest';
import { complaint, element, elementComplaint, faultOf, file } from '../../testing/design-files';
import { parseDesign } from './parse';

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
