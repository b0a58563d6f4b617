import { describe, expect, it } from 'vitest';
import type { Design } from '../../shared/model/design';
import { buildNetwork } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import type { JsonObject } from '../../shared/util/json';
import { exportDesign } from '../export-design';
import { developmentProblem } from './development';

interface Wish {
  readonly settings?: JsonObject;
  readonly parameters?: readonly string[];
  readonly development?: JsonObject;
}

/** Tasks without a load balancer, a table, a stream and a secret that no function changes. */
function drawn(wishes: Readonly<Record<string, Wish>>): Design {
  const plain = buildNetwork(['a', 'b'], { app: 'private' })
    .add('web', 'ecs-service', { parent: 'vpc', subnets: ['app-a', 'app-b'] })
    .add('table', 'dynamodb-table', { parent: 'region' })
    .add('clicks', 'kinesis-stream', { parent: 'region' })
    .add('secret', 'secret', { parent: 'region' })
    .build();
  const elements = [...plain.elements].map(([id, element]) => [id, { ...element, ...wishes[id] }] as const);
  return { ...plain, elements: new Map(elements) };
}

const about = (id: string, wish: Wish): readonly (readonly string[])[] =>
  (['cloudformation-yaml', 'cdk-typescript'] as const).map((target) =>
    exportDesign(resolve(drawn({ [id]: wish })), target, '2026-01-01').notes.flatMap(({ subjects, message }) =>
      subjects.includes(id) && / (no parameter|in development)/.test(message) ? [message] : [],
    ),
  );
const twice = (...messages: readonly string[]) => [messages, messages];

describe('parameters that a file names', () => {
  it('are listed where they cannot be one, with the reason', () => {
    const settings = { min: 2, desired: 2, max: 2 };
    expect(about('web', { settings, parameters: ['diskGb', 'max', 'port'] })).toEqual(
      twice(
        'Disk of each task of web is as drawn, and no parameter. The 20 GB that are included stand in no property: choose more first.',
        'Maximum of web is as drawn, and no parameter. Nothing scales here: choose a maximum above the minimum first.',
        'Container port of web is as drawn, and no parameter. It stands in several resources, and decides which of them there are.',
      ),
    );
    expect(about('table', { parameters: ['readUnits', 'writeUnits'] })[0]).toHaveLength(2);
    expect(about('clicks', { parameters: ['shards'] })[0]).toHaveLength(1);
    expect(about('web', { settings, parameters: ['targetCpuPercent'] })[0]).toHaveLength(1);
  });

  it('are listed where nothing that is drawn has them', () => {
    expect(about('web', { parameters: ['startSeconds'] })).toEqual(
      twice('Time to start of web is as drawn, and no parameter. No property of what is drawn says it.'),
    );
    expect(about('secret', { settings: { rotationDays: 30 }, parameters: ['rotationDays'] })[0]).toHaveLength(1);
  });

  it('are listed where there is no such setting, whatever it is called', () => {
    for (const key of ['colour', 'constructor', 'toString'])
      expect(about('table', { parameters: [key] })).toEqual(
        twice(`${key} of table is as drawn, and no parameter. There is no such setting.`),
      );
  });

  it('are not listed where they are one', () => {
    expect(about('web', { settings: { diskGb: 40 }, parameters: ['diskGb', 'image'] })).toEqual(twice());
    const provisioned = { settings: { billingMode: 'provisioned' }, parameters: ['readUnits'] };
    expect(about('table', provisioned)).toEqual(twice());
  });

  it('keep a bound for another one only where they are one', () => {
    const settings = { min: 2, desired: 2, max: 6 };
    const { files } = exportDesign(
      resolve(drawn({ web: { settings, parameters: ['desired', 'max'] } })),
      'cloudformation-yaml',
      '2026-01-01',
    );
    expect(files[0]?.text).toMatch(/WebMax:\n(?: .*\n)*?\s+MinValue: 3\n/);
  });
});

describe('values for development that a file names', () => {
  it('are listed where there is no such setting', () => {
    for (const key of ['colour', 'constructor'])
      expect(about('table', { development: { [key]: 1 } })).toEqual(
        twice(`${key} of table is in development as it is in production. There is no such setting.`),
      );
  });

  it('are not said to be of use only, where a property says them', () => {
    expect(developmentProblem('application-load-balancer', 'stickiness')).not.toContain('use or price');
    expect(developmentProblem('ec2-instance', 'environment')).not.toContain('use or price');
    expect(developmentProblem('ec2-instance', 'averageCpu')).toContain('use or price');
  });
});
