import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultyTemplates, soundTemplate } from './fixtures/faulty-templates';
import { isAvailable } from './judges/command';
import { clientSettings, deleteStack, deployStack } from './judges/deploy/deploy-stack';
import type { EmulatedAws } from './judges/deploy/moto-server';
import { moto, startEmulatedAws } from './judges/deploy/moto-server';

describe.skipIf(!isAvailable(moto))('deployment on an emulated AWS', () => {
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
});
