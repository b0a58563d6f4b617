import type { Json, JsonObject } from '../../shared/util/json';

export const ref = (id: string): JsonObject => ({ Ref: id });
export const getAtt = (id: string, attribute: string): JsonObject => ({ 'Fn::GetAtt': [id, attribute] });
export const join = (parts: readonly Json[], separator = ''): JsonObject => ({ 'Fn::Join': [separator, parts] });

export const ACCOUNT = ref('AWS::AccountId');

/**
 * Text with `${…}` in it. Only for text of our own and logical ids, which are letters and digits: a name somebody typed
 * must never come here.
 */
export const sub = (text: string): JsonObject => ({ 'Fn::Sub': text });

/** Every object of a bucket. */
export const objectsOf = (bucketId: string): JsonObject => sub(`\${${bucketId}.Arn}/*`);

/** ARN of a policy that AWS manages, such as `service-role/AWSLambdaBasicExecutionRole`. */
export const managedPolicy = (name: string): JsonObject => sub(`arn:\${AWS::Partition}:iam::aws:policy/${name}`);

/**
 * An Availability Zone by its letter. Zones are taken by position, so that no zone name stands in a template: accounts see
 * different zones. CloudFormation User Guide, "Fn::GetAZs".
 */
export const zoneName = (letter: string): JsonObject => ({
  'Fn::Select': [Math.max(0, 'abc'.indexOf(letter)), { 'Fn::GetAZs': '' }],
});
