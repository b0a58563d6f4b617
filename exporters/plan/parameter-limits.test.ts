import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import type { JsonObject } from '../../shared/util/json';
import type { SettingParameter } from './parameters';
import { parameterProblem, parametersOf } from './parameters';

type Site = Readonly<Record<string, { readonly settings: JsonObject; readonly parameters: readonly string[] }>>;

const KINDS: Readonly<Record<string, string>> = { web: 'ecs-service', work: 'lambda-function', jobs: 'sqs-queue' };

/** Tasks, and a function that reads a queue; answers with the parameter of a setting. */
function parameterOf(site: Site, id: string, key: string): SettingParameter | undefined {
  const built = buildNetwork(['a', 'b'], { app: 'private' })
    .add('web', 'ecs-service', { parent: 'vpc', subnets: ['app-a', 'app-b'], settings: site.web?.settings ?? {} })
    .add('work', 'lambda-function', { parent: 'region', settings: site.work?.settings ?? {} })
    .add('jobs', 'sqs-queue', { parent: 'region', settings: site.jobs?.settings ?? {} })
    .connect('async', 'jobs', 'work')
    .build();
  const elements = new Map(
    [...built.elements].map(([name, element]) => [
      name,
      Object.hasOwn(KINDS, name) ? { ...element, parameters: site[name]?.parameters ?? [] } : element,
    ]),
  );
  const topology = resolve({ ...built, elements });
  const service = topology.services.find((candidate) => candidate.id === id);
  if (!service) throw new Error(`No ${id}`);
  return parametersOf(service, { topology, stack: { has: () => true } }).find((parameter) => parameter.key === key);
}

describe('limits of parameters', () => {
  const isTaken = (parameter: SettingParameter | undefined, text: string): boolean =>
    new RegExp(parameter?.pattern ?? '^$').test(text);

  it('keep an image where the tasks have leave to fetch it', () => {
    const own = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop';
    const image = (settings: JsonObject) => parameterOf({ web: { settings, parameters: ['image'] } }, 'web', 'image');
    expect(isTaken(image({ image: `${own}:1.4` }), `${own}:1.5`)).toBe(true);
    expect(isTaken(image({ image: `${own}:1.4` }), `${own}@sha256:00ff`)).toBe(true);
    expect(isTaken(image({ image: `${own}:1.4` }), `${own}-admin:1.4`)).toBe(false);
    expect(isTaken(image({}), 'public.ecr.aws/nginx/nginx:1.29')).toBe(true);
    expect(isTaken(image({}), `${own}:1.4`)).toBe(false);
  });

  it('keep CPU and memory of tasks at pairs that AWS sells', () => {
    const settings = { cpu: '512', memoryMb: 2048 };
    const of = (key: string, ...parameters: readonly string[]) =>
      parameterOf({ web: { settings, parameters } }, 'web', key)?.allowed;
    expect(of('cpu', 'cpu')).toEqual(['256', '512', '1024']);
    expect(of('memoryMb', 'memoryMb')).toEqual(['1024', '2048', '3072', '4096']);
    expect(of('cpu', 'cpu', 'memoryMb')).toHaveLength(7);
    expect(of('memoryMb', 'cpu', 'memoryMb')).toBeUndefined();
    expect(parameterProblem('ecs-service', 'cpu', { cpu: '256', memoryMb: 4096 })).toContain('choose 2048 MB first');
  });

  it('let no function run longer than its queue hides the messages', () => {
    const work = { settings: { timeoutSeconds: 60 }, parameters: ['timeoutSeconds'] };
    const jobs = { settings: { visibilityTimeoutSeconds: 300 }, parameters: ['visibilityTimeoutSeconds'] };
    expect(parameterOf({ work, jobs }, 'work', 'timeoutSeconds')).toMatchObject({ value: 60, max: 300 });
    expect(parameterOf({ work, jobs }, 'jobs', 'visibilityTimeoutSeconds')).toMatchObject({ value: 300, min: 300 });
    const fixed = { ...work, parameters: [] };
    expect(parameterOf({ work: fixed, jobs }, 'jobs', 'visibilityTimeoutSeconds')).toMatchObject({ min: 60 });
    const hours = { settings: { visibilityTimeoutSeconds: 7200 }, parameters: ['visibilityTimeoutSeconds'] };
    expect(parameterOf({ work, jobs: hours }, 'work', 'timeoutSeconds')).toMatchObject({ max: 900 });
    expect(parameterOf({ work, jobs: hours }, 'jobs', 'visibilityTimeoutSeconds')).toMatchObject({ min: 900 });
    const short = { settings: { visibilityTimeoutSeconds: 30 }, parameters: ['visibilityTimeoutSeconds'] };
    expect(parameterOf({ work: fixed, jobs: short }, 'jobs', 'visibilityTimeoutSeconds')).toMatchObject({ value: 60 });
  });

  it('are none for what stands in no property as it is', () => {
    expect(parameterProblem('lambda-function', 'reservedConcurrency', {})).toContain('Nothing is reserved');
    expect(parameterProblem('lambda-function', 'reservedConcurrency', { reservedConcurrency: 5 })).toBeUndefined();
    expect(parameterProblem('waf-web-acl', 'requestsPerFiveMinutes', { requestsPerFiveMinutes: 0 })).toBeDefined();
    expect(parameterProblem('ecs-service', 'logRetention', { logRetention: 'forever' })).toBeDefined();
    expect(parameterProblem('ecs-service', 'desired', { min: 2, desired: 2, max: 4 })).toBeDefined();
  });
});
