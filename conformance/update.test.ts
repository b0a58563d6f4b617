import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import type { Design } from '../shared/model/design';
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
});
