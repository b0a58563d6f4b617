import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import type { Design } from '../shared/model/design';
import { withDevelopment } from '../shared/model/development';
import { buildNetwork } from '../shared/testing/builder';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { isAvailable } from './judges/command';
import { prepareAccount } from './judges/deploy/account-setup';
import { clientSettings, deleteStack, deployStack, updateStack } from './judges/deploy/deploy-stack';
import { adaptForEmulator } from './judges/deploy/emulator-limits';
import type { EmulatedAws } from './judges/deploy/moto-server';
import { moto, startEmulatedAws } from './judges/deploy/moto-server';
import { readAccount } from './judges/deploy/read-back';

interface Version {
  readonly max: number;
  readonly port: number;
  readonly withQueue: boolean;
}

const site = ({ max, port, withQueue }: Version): Design => {
  const builder = buildNetwork(['a', 'b'], { web: 'public', app: 'private', database: 'isolated' })
    .add('nat', 'nat-gateway', { parent: 'web-a' })
    .add('app', 'auto-scaling-group', {
      parent: 'vpc',
      tier: 'tier-app',
      subnets: ['app-a', 'app-b'],
      settings: { min: 2, desired: 2, max },
    })
    .add('db', 'rds-instance', {
      parent: 'vpc',
      tier: 'tier-database',
      subnets: ['database-a', 'database-b'],
      settings: { multiAz: true, deletionProtection: false },
    })
    .add('office', 'office')
    .connect('data', 'app', 'db')
    .connect('admin', 'office', 'app', { port });
  if (withQueue) builder.add('jobs', 'sqs-queue', { parent: 'region' }).connect('messages', 'app', 'jobs');
  return builder.build();
};

const templateOf = (design: Design): JsonObject => {
  const value: Json = JSON.parse(exportCloudFormation(resolve(design), { format: 'json' }).files[0]?.text ?? '{}');
  return isJsonObject(value) ? value : {};
};

describe.skipIf(!isAvailable(moto))('a deployed design that is drawn on', { timeout: 300_000 }, () => {
  let aws: EmulatedAws;
  beforeAll(async () => {
    aws = await startEmulatedAws();
  });
  afterAll(() => aws.stop());

  it('is updated in place: what is the same stays, what is new comes, what changed is changed; then it is deleted', async () => {
    const settings = clientSettings(aws.endpoint);
    const before = templateOf(site({ max: 4, port: 22, withQueue: false }));
    const after = templateOf(site({ max: 6, port: 2222, withQueue: true }));
    const parameters = await prepareAccount(settings, before);
    const bodyOf = (template: JsonObject): string => JSON.stringify(adaptForEmulator(template, settings.region));
    const first = await deployStack(settings, 'site', bodyOf(before), parameters);
    const second = await updateStack(settings, 'site', bodyOf(after), parameters);

    // The same network, groups and database. (moto 5.2.1 cannot change tags; `renaming.test.ts` judges new names.)
    for (const id of ['Vpc', 'AppA', 'DatabaseA', 'Db', 'DbSecurityGroup', 'AppSecurityGroup', 'Nat'])
      expect(second.physicalIds.get(id), id).toBe(first.physicalIds.get(id));
    expect(first.physicalIds.has('Jobs')).toBe(false);
    expect(second.physicalIds.get('Jobs')).toMatch(/Jobs|http/);
    const account = await readAccount(settings);
    expect(account.fleets.get(second.physicalIds.get('App') ?? '')).toMatchObject({ min: 2, max: 6 });
    const rules = JSON.stringify(account.groups.get(second.physicalIds.get('AppSecurityGroup') ?? ''));
    expect(rules).toContain('2222');

    await deleteStack(settings, 'site');
    const left = await readAccount(settings);
    expect(left.fleets.size).toBe(0);
    expect(left.databases.size).toBe(0);
  });

  it('is made small in development and as drawn in production, from one template', async () => {
    const settings = clientSettings(aws.endpoint);
    const drawn = site({ max: 4, port: 22, withQueue: true });
    const values: Readonly<Record<string, JsonObject>> = {
      db: { instanceClass: 'db.t4g.micro', multiAz: false },
      app: { min: 1, desired: 1, max: 1 },
    };
    const elements = [...drawn.elements].map(
      ([id, element]) => [id, withDevelopment(element, values[id] ?? {})] as const,
    );
    const template = templateOf({ ...drawn, elements: new Map(elements) });
    const given = await prepareAccount(settings, template);
    const body = JSON.stringify(adaptForEmulator(template, settings.region));
    const rds = new RDSClient(settings);
    const read = async (environment: 'development' | 'production') => {
      const stack = await deployStack(settings, `site-${environment}`, body, { ...given, Environment: environment });
      const [id, fleet] = ['Db', 'App'].map((name) => stack.physicalIds.get(name) ?? '');
      const { DBInstances: [database] = [] } = await rds.send(
        new DescribeDBInstancesCommand({ DBInstanceIdentifier: id }),
      );
      const { fleets } = await readAccount(settings);
      const { min, max } = fleets.get(fleet ?? '') ?? {};
      return { class: database?.DBInstanceClass, multiAz: database?.MultiAZ, min, max };
    };
    const production = {
      class: 'db.t4g.medium',
      multiAz: true,
      min: 2,
      max: 4,
    };
    expect(await read('production')).toEqual(production);
    const development = { class: 'db.t4g.micro', multiAz: false, min: 1, max: 1 };
    expect(await read('development')).toEqual(development);
    for (const name of ['site-production', 'site-development']) await deleteStack(settings, name);
  });
});
