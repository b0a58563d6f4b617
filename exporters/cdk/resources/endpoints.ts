import type { EndpointService } from '../../../shared/catalog/endpoint-services';
import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { endpointPolicy, statementActions } from '../../cloudformation/endpoints';
import type { CdkContext } from '../cdk-context';
import { create, reachNetwork, selectSubnets } from '../cdk-context';
import type { Code } from '../code-writer';
import { call, ident, list, object, ts } from '../code-writer';
import type { Module } from '../module';
import { addSecurityGroup } from '../security-groups';

const NAMES: Readonly<Record<EndpointService, string>> = {
  s3: 'S3',
  dynamodb: 'DYNAMODB',
  sqs: 'SQS',
  sns: 'SNS',
  lambda: 'LAMBDA',
  kms: 'KMS',
  secretsmanager: 'SECRETS_MANAGER',
  logs: 'CLOUDWATCH_LOGS',
  'kinesis-streams': 'KINESIS_STREAMS',
  sts: 'STS',
  'ecr.api': 'ECR',
  'ecr.dkr': 'ECR_DOCKER',
  ssm: 'SSM',
  ssmmessages: 'SSM_MESSAGES',
  ec2messages: 'EC2_MESSAGES',
};

/** Only principals of this account pass; see the CloudFormation export for those that keep AWS's own policy. */
function addPolicy(member: Code, service: EndpointService, home: Module): void {
  if (!('PolicyDocument' in endpointPolicy(service))) return;
  home.add(
    call(
      ts`${member}.addToPolicy`,
      call(
        ts`new iam.PolicyStatement`,
        object({
          principals: list([ts`new iam.AnyPrincipal()`]),
          actions: list([statementActions(service)]),
          resources: list(['*']),
          conditions: object({
            StringEquals: object({ 'aws:PrincipalAccount': ts`cdk.Stack.of(this).account` }),
          }),
        }),
      ),
    ),
  );
}

/** Part of the network construct, once that has its subnets. */
export function gatewayEndpoint(service: Service, context: CdkContext): void {
  const target = kinds['gateway-endpoint'].read(service.element.settings).service;
  const member = create(
    service,
    ts`ec2.GatewayVpcEndpoint`,
    { vpc: ts`this.vpc`, service: ts`ec2.GatewayVpcEndpointAwsService.${ident(NAMES[target])}` },
    context,
  );
  addPolicy(member, target, context.moduleOf(service));
}

export function interfaceEndpoint(service: Service, context: CdkContext): void {
  const target = kinds['interface-endpoint'].read(service.element.settings).service;
  const { vpc } = service;
  if (!vpc) throw new Error(`${service.id} lies in no VPC`);
  const home = context.moduleOf(service);
  const member = create(
    service,
    ts`ec2.InterfaceVpcEndpoint`,
    {
      vpc: ts`${reachNetwork(home, vpc, context)}.vpc`,
      service: ts`ec2.InterfaceVpcEndpointAwsService.${ident(NAMES[target])}`,
      subnets: selectSubnets(home, context.subnets.perZone(service), context),
      securityGroups: list([addSecurityGroup(service, context)]),
      // Only those that call the service; see the stack.
      open: false,
    },
    context,
  );
  addPolicy(member, target, home);
}
