import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Template } from '../exporters/cloudformation/template';
import { toYaml } from '../exporters/cloudformation/template-to-yaml';
import { toJson, toTemplateObject } from '../exporters/cloudformation/to-json';
import type { Json, JsonObject } from '../shared/util/json';
import { readYamlTemplate } from './judges/read-yaml-template';

const templateWith = (properties: JsonObject, title = 'Web tier'): Template => ({
  description: 'A template',
  parameters: new Map(),
  sections: [{ title, resources: new Map([['Thing', { Type: 'AWS::SNS::Topic', Properties: properties }]]) }],
  outputs: new Map(),
});

/** Strings that readers of YAML 1.1 or 1.2 take for something else. */
const TEMPTING = [
  ...['no', 'No', 'on', 'OFF', 'y', 'n', 'Yes', 'true', 'null', '~', '', ' ', '1_000', '12:30:00', '1:30', '0x1F'],
  ...['010', '0o7', '0b1', '1e3', '.5', '-.inf', '.NaN', '2024-01-02', '2001-12-14t21:59:43.10-05:00', '<<', '=', '-'],
  ...['!Ref Vpc', '&a', '*a', '%x', '@x', '`x`', '# no comment', 'a #b', 'a: b', '? x', '- x', '[x', '{x}', '|', '>'],
  ...["it's", '"quoted"', 'two\nlines', 'ends\n', '\n', '\ttab', 'trailing ', '\r\n', '\u0085', '\u2028', '\u0007'],
  ...['*/', '\\', `\${AWS::Region}`, '{{resolve:ssm:x}}', '---', '...', '😀', 'x'.repeat(300)],
];

const anyText = fc.oneof(fc.constantFrom(...TEMPTING), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text);

describe('YAML that others read', () => {
  it.each(['1.1', '1.2'] as const)('gives back every string to a reader of YAML %s', (version) => {
    fc.assert(
      fc.property(anyText.filter(isWellFormed), anyText.filter(isWellFormed), (value, title) => {
        const template = templateWith({ Value: value, List: [value, 'last'], Deep: { Key: value } }, title);
        expect(readYamlTemplate(toYaml(template), version)).toEqual(toTemplateObject(template));
      }),
      { numRuns: 400 },
    );
    for (const value of TEMPTING) {
      const template = templateWith({ Value: value });
      expect(readYamlTemplate(toYaml(template), version)).toEqual(toTemplateObject(template));
    }
  });

  it('keeps any JSON, calls included', () => {
    const call: fc.Arbitrary<Json> = fc.constantFrom<Json>(
      { Ref: 'Vpc' },
      { 'Fn::GetAtt': ['Db', 'Endpoint.Address'] },
      { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] },
      { 'Fn::Base64': { 'Fn::Sub': '#!/bin/bash\necho hello\n' } },
      { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { Ref: 'Bucket' }, '/*']] },
      { 'Fn::If': ['IsProd', { Ref: 'A' }, { Ref: 'AWS::NoValue' }] },
    );
    const key = fc.stringMatching(/^[A-Z][A-Za-z]{0,8}$/).filter((name) => name !== 'Ref');
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...TEMPTING),
        fc.integer(),
        fc.boolean(),
        call,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (json) => {
        const template = templateWith({ Value: json });
        expect(readYamlTemplate(toYaml(template))).toEqual(toTemplateObject(template));
      }),
      { numRuns: 400 },
    );
  });

  it('says the same in JSON', () => {
    const template = templateWith({ TopicName: 'no', Tags: [{ Key: 'Name', Value: '1_000' }] });
    expect(JSON.parse(toJson(template))).toEqual(readYamlTemplate(toYaml(template)));
  });
});
