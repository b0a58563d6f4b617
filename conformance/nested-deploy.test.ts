import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import { type Design, emptyDesign } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import { allDesigns } from './designs/all-designs';
import { severalOf } from './designs/large-design';
import { isAvailable, type OutsideJudge } from './judges/command';
import { clientSettings } from './judges/deploy/deploy-stack';
import { describeDeployment, expectAsDrawn } from './judges/deploy/expect-drawn';
import type { EmulatedAws } from './judges/deploy/moto-server';
import { moto, startEmulatedAws } from './judges/deploy/moto-server';
import { deleteNested, deployNested, type NestedDeployment } from './judges/deploy/nested-stacks';
import { readAccount } from './judges/deploy/read-back';

const awsCli: OutsideJudge = {
  command: 'aws',
  judges: 'the upload of nested stacks was',
  install: 'python3 -m pip install awscli',
};

const large = severalOf(allDesigns['everything in a VPC']?.() ?? emptyDesign(), 7);

/** The same, with more machines at most in one fleet, and a queue. */
function drawnOn(design: Design): Design {
  const elements = new Map(design.elements);
  const fleets = [...elements.values()].filter(({ kind }) => kind === 'auto-scaling-group');
  const [first] = fleets;
  if (!first) throw new Error('No fleet');
  elements.set(first.id, { ...first, settings: { ...first.settings, max: 9 } });
  const queue = { ...first, id: 'jobs', kind: 'sqs-queue', parent: 'region', tier: null, subnets: [], settings: {} };
  elements.set(queue.id, { ...queue, name: 'Jobs' });
  return { ...design, elements };
}

const isReady = isAvailable(moto) && isAvailable(awsCli);

describe.skipIf(!isReady)('a design in nested stacks on an emulated AWS', { timeout: 300_000 }, () => {
  let aws: EmulatedAws;
  beforeAll(async () => {
    aws = await startEmulatedAws();
  });
  afterAll(() => aws.stop());

  const physicalIds = ({ stacks }: NestedDeployment) =>
    new Map([...stacks.values()].flatMap((stack) => [...stack.physicalIds]));

  it('is uploaded, made as drawn, updated where it was drawn on, and deleted', async () => {
    const settings = clientSettings(aws.endpoint, resolve(large).regions[0]?.code);
    const deploy = async (design: Design, before?: NestedDeployment): Promise<NestedDeployment> => {
      const topology = resolve(design);
      const { files } = exportCloudFormation(topology, { format: 'json' });
      const done = await deployNested(settings, files, before);
      const made = physicalIds(done);
      expect([...made.keys()].sort()).toEqual([...done.resources.keys()].sort());
      const account = await readAccount(settings);
      expectAsDrawn(describeDeployment(topology, account, done.resources, made, files[0]?.elements ?? new Map()));
      return done;
    };

    const first = await deploy(large);
    expect(first.resources.size).toBeGreaterThan(500);
    expect(first.stacks.size).toBeGreaterThan(20);
    const second = await deploy(drawnOn(large), first);
    expect(second.touched).toEqual(['MessagingStack', 'Team0VpcTeam0TierAppStack']);
    const [before, after] = [physicalIds(first), physicalIds(second)];
    // moto 5.2.1 makes a fleet anew where AWS updates it; `renaming.test.ts` judges what AWS would replace.
    for (const [id, physical] of before) if (id !== 'Team0App') expect(after.get(id), id).toBe(physical);
    expect(after.get('Jobs')).toMatch(/Jobs/);

    await deleteNested(settings, second);
    const left = await readAccount(settings);
    expect([left.fleets.size, left.databases.size, left.balancers.size]).toEqual([0, 0, 0]);
  });
});
