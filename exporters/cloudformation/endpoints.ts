import type { EndpointService } from '../../shared/catalog/endpoint-services';
import type { JsonObject } from '../../shared/util/json';
import { ACCOUNT, sub } from './intrinsics';
import { policyDocument } from './permissions';

/** `com.amazonaws.us-east-1.sqs`; the same in every partition but China's. */
export const endpointServiceName = (service: EndpointService): JsonObject =>
  sub(`com.amazonaws.\${AWS::Region}.${service}`);

/**
 * What machines fetch without signing (package repositories and image layers in S3), and what agents call before they
 * have a role, must pass; those endpoints keep AWS's own policy.
 */
const UNSIGNED: ReadonlySet<string> = new Set<EndpointService>([
  's3',
  'ecr.api',
  'ecr.dkr',
  'ssm',
  'ssmmessages',
  'ec2messages',
]);

/** A family of actions goes by another name than the endpoint now and then. */
const ACTIONS: Readonly<Partial<Record<EndpointService, string>>> = { 'kinesis-streams': 'kinesis' };

export const statementActions = (service: EndpointService): string => `${ACTIONS[service] ?? service}:*`;

/** Only principals of this account pass. */
export const endpointPolicy = (service: EndpointService): JsonObject =>
  UNSIGNED.has(service)
    ? {}
    : {
        PolicyDocument: policyDocument([
          {
            Effect: 'Allow',
            Principal: { AWS: '*' },
            Action: statementActions(service),
            Resource: '*',
            Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } },
          },
        ]),
      };
