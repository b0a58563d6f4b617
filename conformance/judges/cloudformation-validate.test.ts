import { describe, expect, it } from 'vitest';
import { faultyTemplates, soundTemplate } from '../fixtures/faulty-templates';
import { validateWithAws } from './cloudformation-validate';
import { isMistaken } from './mistaken-findings';

/** The sound template keeps one Fn::Sub without a variable, for a fault to be planted there. */
const EXPECTED_OF_BASE = ['W1020'];

describe("AWS's template validator", () => {
  it('has nothing against the sound template', () => {
    const ids = validateWithAws(JSON.stringify(soundTemplate), 'sound.json').map((finding) => finding.ruleId);
    expect(ids).toEqual(EXPECTED_OF_BASE);
  });

  it.each(faultyTemplates.filter((fault) => fault.cloudFormationValidate !== undefined))(
    'refuses: $name',
    ({ template, cloudFormationValidate }) => {
      const ids = validateWithAws(JSON.stringify(template), 'faulty.json').map((finding) => finding.ruleId);
      expect(ids).toContain(cloudFormationValidate);
    },
  );

  it.each([
    ['a group with replicas', {}, true],
    ['a group with replicas and shards', { CacheParameterGroupName: 'default.redis7.cluster.on' }, false],
  ])('wants failover of Redis OSS for %s', (_name, properties, mistaken) => {
    const group = {
      ReplicationGroupDescription: 'Sessions',
      Engine: 'redis',
      CacheNodeType: 'cache.t4g.small',
      NumCacheClusters: 2,
      AutomaticFailoverEnabled: false,
      ...properties,
    };
    const template = { Resources: { Cache: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: group } } };
    const errors = validateWithAws(JSON.stringify(template), 'cache.json').filter(
      ({ severity }) => severity !== 'WARN',
    );
    expect(errors.map((finding) => [finding.ruleId, isMistaken(finding, template)])).toEqual([['E3026', mistaken]]);
  });
});
