import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import { kinds } from '../shared/catalog/services';
import type { Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Service, Topology } from '../shared/topology/topology';
import type { JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';
import { faultyTemplates, soundTemplate } from './fixtures/faulty-templates';
import { isAvailable } from './judges/command';
import { prepareAccount } from './judges/deploy/account-setup';
import { clientSettings, deleteStack, deployStack } from './judges/deploy/deploy-stack';
import { adaptForEmulator } from './judges/deploy/emulator-limits';
import type { EmulatedAws } from './judges/deploy/moto-server';
import { moto, startEmulatedAws } from './judges/deploy/moto-server';
import type { Account } from './judges/deploy/read-back';
import { readAccount } from './judges/deploy/read-back';

interface Subject {
  readonly name: string;
  readonly design: Design;
}

const subjects: readonly Subject[] = [
  ...Object.entries(allDesigns).map(([name, make]) => ({ name, design: make() })),
  ...readExamples(),
];

/** A deployed design, with the way from its elements to what the account holds. */
interface Deployment {
  readonly topology: Topology;
  readonly account: Account;
  /** Physical id of the route table that a subnet is associated with; moto makes associations and does not show them. */
  tableOf(subnetId: string): string;
  /** Physical id of an element's resource of a type. */
  physical(elementId: string, type: string): string;
}

/** The JSON form: moto's YAML reader takes `!GetAtt Db.Endpoint.Address` for the attribute `Endpoint`. */
async function deploy(aws: EmulatedAws, design: Design): Promise<Deployment> {
  const topology = resolve(design);
  const settings = clientSettings(aws.endpoint, topology.regions[0]?.code);
  const [file] = exportCloudFormation(topology, { format: 'json' }).files;
  const template: unknown = JSON.parse(file?.text ?? '{}');
  if (!file || !isJsonDocument(template)) throw new Error('Nothing was exported');
  const adapted = adaptForEmulator(template, settings.region);
  const parameters = await prepareAccount(settings, template);
  const stack = await deployStack(settings, 'design', JSON.stringify(adapted), parameters);
  const resources = isJsonObject(adapted.Resources) ? adapted.Resources : {};
  expect([...stack.physicalIds.keys()].sort()).toEqual(Object.keys(resources).sort());
  const account = await readAccount(settings);
  await deleteStack(settings, 'design');
  const find = (elementId: string, type: string): readonly [string, JsonObject] | undefined => {
    for (const [id, entry] of Object.entries(resources))
      if (isJsonObject(entry) && entry.Type === type && file.elements.get(id) === elementId) return [id, entry];
    return undefined;
  };
  return {
    topology,
    account,
    tableOf: (subnetId) => {
      const association = find(subnetId, 'AWS::EC2::SubnetRouteTableAssociation')?.[1].Properties;
      const table = isJsonObject(association) && isJsonObject(association.RouteTableId) && association.RouteTableId.Ref;
      return stack.physicalIds.get(String(table)) ?? `no table of ${subnetId}`;
    },
    physical: (elementId, type) =>
      stack.physicalIds.get(find(elementId, type)?.[0] ?? '') ?? `no ${type} of ${elementId}`,
  };
}

const isJsonDocument = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const GROUP = 'AWS::EC2::SecurityGroup';

/** Ports that the drawing opens on a service, as the account would describe them. */
function drawnRules({ topology, physical }: Deployment, service: Service): readonly string[] {
  const rules = service.ingress.flatMap(({ source, protocol, fromPort, toPort }) => {
    const from = source.kind === 'cidr' ? undefined : topology.service(source.id);
    const isEdge = from?.kind === 'cloudfront';
    const name = source.kind === 'cidr' ? source.cidr : isEdge ? '0.0.0.0/0' : physical(source.id, GROUP);
    return [`${protocol} ${fromPort}-${toPort} from ${name}`];
  });
  // People who ask a DNS zone come to what it points at.
  const named = topology
    .incoming(service.id)
    .some(({ kind, from }) => kind === 'dns' && topology.incoming(from.id).some((link) => link.from.kind === 'users'));
  const listens = named ? service.traits.listens : [];
  const open = listens.map(({ protocol, port }) => `${protocol} ${port}-${port} from 0.0.0.0/0`);
  return [...new Set([...rules, ...open])].sort();
}

function expectSubnets({ topology, account, physical, tableOf }: Deployment): void {
  for (const subnet of topology.subnets) {
    const found = account.subnets.get(physical(subnet.id, 'AWS::EC2::Subnet'));
    expect(found, subnet.id).toEqual({ zone: subnet.zone?.code, cidr: subnet.element.settings.cidr });
    expect(account.routes.get(tableOf(subnet.id)), subnet.id).toEqual(
      subnet.route === 'nat-gateway' && subnet.gateway
        ? { kind: subnet.route, gateway: physical(subnet.gateway.id, 'AWS::EC2::NatGateway') }
        : { kind: subnet.route },
    );
  }
}

function expectGroups(deployment: Deployment): void {
  const { topology, account, physical } = deployment;
  for (const service of topology.services.filter(({ traits }) => traits.inVpc)) {
    const group = account.groups.get(physical(service.id, GROUP));
    expect(group, service.id).toEqual(drawnRules(deployment, service));
  }
}

function expectDatabases({ topology, account, physical }: Deployment): void {
  for (const service of topology.ofKind('rds-instance')) {
    const settings = kinds['rds-instance'].read(service.element.settings);
    const found = account.databases.get(physical(service.id, 'AWS::RDS::DBInstance'));
    expect(found, service.id).toMatchObject({
      multiAz: settings.multiAz,
      engine: settings.engine,
      isPublic: settings.publiclyAccessible,
    });
    expect(new Set(found?.zones).size).toBeGreaterThanOrEqual(2);
  }
}

function expectBalancers({ topology, account, physical }: Deployment): void {
  for (const service of [
    ...topology.ofKind('application-load-balancer'),
    ...topology.ofKind('network-load-balancer'),
  ]) {
    const found = account.balancers.get(physical(service.id, 'AWS::ElasticLoadBalancingV2::LoadBalancer'));
    const drawn = service.zones.map(({ code }) => code);
    expect(found?.scheme).toBe(service.element.settings.scheme ?? 'internet-facing');
    expect(found?.zones.length).toBeGreaterThanOrEqual(2);
    for (const zone of drawn) expect(found?.zones).toContain(zone);
  }
}

function expectFleets({ topology, account, physical }: Deployment): void {
  for (const service of topology.ofKind('auto-scaling-group')) {
    const { min, max } = service.traits.copies;
    const zones = [...new Set(service.subnets.map(({ zone }) => zone?.code))].sort();
    const found = account.fleets.get(physical(service.id, 'AWS::AutoScaling::AutoScalingGroup'));
    expect(found, service.id).toMatchObject({ min, max, zones });
  }
}

describe.skipIf(!isAvailable(moto))('deployment on an emulated AWS', { timeout: 300_000 }, () => {
  let aws: EmulatedAws;

  beforeAll(async () => {
    aws = await startEmulatedAws();
  });
  beforeEach(() => aws.reset());
  afterAll(() => aws.stop());

  describe('the judge itself', () => {
    it('deploys the sound template and deletes it', async () => {
      const settings = clientSettings(aws.endpoint);
      const stack = await deployStack(settings, 'sound', JSON.stringify(soundTemplate));
      expect(stack.physicalIds.get('Vpc')).toMatch(/^vpc-/);
      await deleteStack(settings, 'sound');
    });

    it.each(faultyTemplates.filter((fault) => fault.deployment === 'refused'))(
      'refuses: $name',
      async ({ template }) => {
        await expect(deployStack(clientSettings(aws.endpoint), 'faulty', JSON.stringify(template))).rejects.toThrow();
      },
    );
  });

  it.each(subjects)('makes of $name what is drawn, and deletes it', async ({ design }) => {
    const deployment = await deploy(aws, design);
    expectSubnets(deployment);
    expectGroups(deployment);
    expectDatabases(deployment);
    expectBalancers(deployment);
    expectFleets(deployment);
  });
});
