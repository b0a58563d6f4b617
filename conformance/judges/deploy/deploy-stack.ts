import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import {
  DeleteRouteTableCommand,
  DescribeRouteTablesCommand,
  DescribeVpnGatewaysCommand,
  DetachVpnGatewayCommand,
  DisassociateRouteTableCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';

/** What every client of the AWS SDK needs to speak to the emulated AWS. */
export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts: number;
}

export const clientSettings = (endpoint: string, region = 'us-east-1'): ClientSettings => ({
  endpoint,
  region,
  credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' },
  maxAttempts: 1,
});

/** A stack that reached CREATE_COMPLETE. */
export interface DeployedStack {
  readonly name: string;
  /** Logical id → physical id, of every resource. */
  readonly physicalIds: ReadonlyMap<string, string>;
  readonly outputs: Readonly<Record<string, string>>;
}

const STACK_WAIT_SECONDS = 60;

async function waitForStack(
  client: CloudFormationClient,
  name: string,
  verb: 'CREATE' | 'UPDATE',
): Promise<DeployedStack> {
  for (let waited = 0; waited < STACK_WAIT_SECONDS * 5; waited += 1) {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    if (stack?.StackStatus === `${verb}_COMPLETE`) {
      const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: name }));
      return {
        name,
        physicalIds: new Map(
          StackResources.map((entry) => [entry.LogicalResourceId ?? '', entry.PhysicalResourceId ?? '']),
        ),
        outputs: Object.fromEntries((stack.Outputs ?? []).map((out) => [out.OutputKey ?? '', out.OutputValue ?? ''])),
      };
    }
    if (stack?.StackStatus !== `${verb}_IN_PROGRESS`)
      throw new Error(`${name} ended as ${stack?.StackStatus}: ${await reasonsOf(client, name)}`);
    await sleep(200);
  }
  throw new Error(`${name} was still in progress after ${STACK_WAIT_SECONDS} s`);
}

/** A template's text, or where it was uploaded to. */
export type TemplateSource = string | { readonly url: string };

const stackInput = (name: string, source: TemplateSource, parameters: Readonly<Record<string, string>>) => ({
  StackName: name,
  ...(typeof source === 'string' ? { TemplateBody: source } : { TemplateURL: source.url }),
  Capabilities: ['CAPABILITY_IAM' as const],
  Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
});

/**
 * Creates a stack and waits for CREATE_COMPLETE.
 * @throws with the status and the events' reasons where the stack ends anywhere else
 */
export async function deployStack(
  settings: ClientSettings,
  name: string,
  template: TemplateSource,
  parameters: Readonly<Record<string, string>> = {},
): Promise<DeployedStack> {
  const client = new CloudFormationClient(settings);
  await client.send(new CreateStackCommand(stackInput(name, template, parameters)));
  return waitForStack(client, name, 'CREATE');
}

/**
 * Updates a stack to another template and waits for UPDATE_COMPLETE.
 * @throws with the status and the events' reasons where it ends anywhere else
 */
export async function updateStack(
  settings: ClientSettings,
  name: string,
  template: TemplateSource,
  parameters: Readonly<Record<string, string>> = {},
): Promise<DeployedStack> {
  const client = new CloudFormationClient(settings);
  await client.send(new UpdateStackCommand(stackInput(name, template, parameters)));
  return waitForStack(client, name, 'UPDATE');
}

async function reasonsOf(client: CloudFormationClient, name: string): Promise<string> {
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
  return StackEvents.map((event) => event.ResourceStatusReason)
    .filter(Boolean)
    .join('; ');
}

/** moto 5.2.1 leaves a stack's route tables behind and then cannot delete their VPC, so they go first. */
async function deleteRouteTables(settings: ClientSettings, client: CloudFormationClient, name: string): Promise<void> {
  const ec2 = new EC2Client(settings);
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: name }));
  const ids = StackResources.filter((entry) => entry.ResourceType === 'AWS::EC2::RouteTable').flatMap(
    (entry) => entry.PhysicalResourceId ?? [],
  );
  if (ids.length === 0) return;
  const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: ids }));
  for (const { RouteTableId, Associations = [] } of RouteTables) {
    for (const { RouteTableAssociationId: AssociationId } of Associations)
      await ec2.send(new DisassociateRouteTableCommand({ AssociationId }));
    await ec2.send(new DeleteRouteTableCommand({ RouteTableId }));
  }
}

/** moto 5.2.1 does not detach the virtual private gateways of a stack, and then cannot delete their VPC. */
async function detachVpnGateways(settings: ClientSettings): Promise<void> {
  const ec2 = new EC2Client(settings);
  const { VpnGateways = [] } = await ec2.send(new DescribeVpnGatewaysCommand({}));
  for (const { VpnGatewayId, VpcAttachments = [] } of VpnGateways)
    for (const { VpcId, State } of VpcAttachments)
      if (State === 'attached') await ec2.send(new DetachVpnGatewayCommand({ VpnGatewayId, VpcId }));
}

/** Deletes a stack and waits until it is gone. */
export async function deleteStack(settings: ClientSettings, name: string): Promise<void> {
  const client = new CloudFormationClient(settings);
  await deleteRouteTables(settings, client, name);
  await detachVpnGateways(settings);
  await client.send(new DeleteStackCommand({ StackName: name }));
  for (let waited = 0; waited < STACK_WAIT_SECONDS * 5; waited += 1) {
    try {
      const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
      if (stack === undefined || stack.StackStatus === 'DELETE_COMPLETE') return;
      if (stack.StackStatus === 'DELETE_FAILED') throw new Error(`${name} cannot be deleted`);
    } catch (error) {
      if (error instanceof Error && /does not exist/.test(error.message)) return;
      throw error;
    }
    await sleep(200);
  }
  throw new Error(`${name} was still being deleted after ${STACK_WAIT_SECONDS} s`);
}
