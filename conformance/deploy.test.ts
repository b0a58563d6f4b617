import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import type { Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';
import { faultyTemplates, soundTemplate } from './fixtures/faulty-templates';
import { isAvailable } from './judges/command';
import { prepareAccount } from './judges/deploy/account-setup';
import { clientSettings, deleteStack, deployStack } from './judges/deploy/deploy-stack';
import { adaptForEmulator } from './judges/deploy/emulator-limits';
import type { Deployment } from './judges/deploy/expect-drawn';
import { describeDeployment, expectAsDrawn } from './judges/deploy/expect-drawn';
import type { EmulatedAws } from './judges/deploy/moto-server';
import { moto, startEmulatedAws } from './judges/deploy/moto-server';
import { readAccount } from './judges/deploy/read-back';

interface Subject {
  readonly name: string;
  readonly design: Design;
}

const subjects: readonly Subject[] = [
  ...Object.entries(allDesigns).map(([name, make]) => ({ name, design: make() })),
  ...readExamples(),
];

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
  const byId = Object.entries(resources).map(([id, entry]): [string, JsonObject] => [
    id,
    isJsonObject(entry) ? entry : {},
  ]);
  return describeDeployment(topology, account, new Map(byId), stack.physicalIds, file.elements);
}

const isJsonDocument = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
    expectAsDrawn(await deploy(aws, design));
  });
});
