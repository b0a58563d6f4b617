import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../shared/util/json';
import type { Template } from './template';
import { toYaml } from './template-to-yaml';

const templateWith = (properties: JsonObject, title = 'Web tier'): Template => ({
  description: 'A template',
  parameters: new Map(),
  sections: [{ title, resources: new Map([['Thing', { Type: 'AWS::SNS::Topic', Properties: properties }]]) }],
  outputs: new Map(),
});

const bodyOf = (properties: JsonObject): string => toYaml(templateWith(properties)).split('Properties:\n')[1] ?? '';

describe('YAML of a template', () => {
  it('writes calls in their short form, on one line where they are short', () => {
    expect(
      bodyOf({
        VpcId: { Ref: 'Vpc' },
        Zone: { 'Fn::Select': [1, { 'Fn::GetAZs': '' }] },
        Version: { 'Fn::GetAtt': ['Template', 'LatestVersionNumber'] },
        UserData: { 'Fn::Base64': { 'Fn::Sub': 'x' } },
      }),
    ).toBe(
      [
        '      VpcId: !Ref Vpc',
        "      Zone: !Select [1, !GetAZs '']",
        '      Version: !GetAtt Template.LatestVersionNumber',
        '      UserData:',
        '        Fn::Base64: !Sub x',
        '',
      ].join('\n'),
    );
  });

  it('takes a text that looks like a call for a text', () => {
    expect(bodyOf({ Name: '!Ref Vpc' })).toBe("      Name: '!Ref Vpc'\n");
  });

  it('puts a comment over each section and a blank line between resources', () => {
    const topic = { Type: 'AWS::SNS::Topic' };
    const template: Template = {
      description: 'Two tiers',
      parameters: new Map([['Domain', { Type: 'String', Description: 'Where it is found' }]]),
      sections: [
        {
          title: 'Web tier',
          resources: new Map([
            ['One', topic],
            ['Two', topic],
          ]),
        },
        { title: 'Nothing', resources: new Map() },
        { title: 'App\nResources: {}', resources: new Map([['Three', topic]]) },
      ],
      outputs: new Map([['Topic', { Description: 'The topic', Value: { Ref: 'One' } }]]),
    };
    expect(toYaml(template)).toBe(`AWSTemplateFormatVersion: '2010-09-09'
Description: Two tiers

Parameters:
  Domain:
    Type: String
    Description: Where it is found

Resources:
  # Web tier

  One:
    Type: AWS::SNS::Topic

  Two:
    Type: AWS::SNS::Topic

  # App Resources: {}

  Three:
    Type: AWS::SNS::Topic

Outputs:
  Topic:
    Description: The topic
    Value: !Ref One
`);
  });
});
