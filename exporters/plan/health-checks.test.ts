import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import { exportCloudFormation } from '../cloudformation/export';

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

/** A zone that points at two load balancers, the second of which may have a name of its own. */
function exported(healthChecks: number, label?: string) {
  const inWeb = (settings: JsonObject) => ({ parent: 'vpc', subnets: ['web-a', 'web-b'], settings });
  const design = buildNetwork(['a', 'b'], { web: 'public' })
    .add('zone', 'route53-zone', { settings: { healthChecks } })
    .add('one', 'application-load-balancer', inWeb({ healthCheckPath: '/up' }))
    .add('two', 'network-load-balancer', inWeb({ port: 443 }))
    .connect('dns', 'zone', 'one')
    .connect('dns', 'zone', 'two', label ? { label } : {})
    .build();
  const { files, notes } = exportCloudFormation(resolve(design), { format: 'json' });
  const template: Json = JSON.parse(files[0]?.text ?? '{}');
  const resources = objectOf(objectOf(template).Resources);
  const propertiesOf = (type: string) =>
    Object.values(resources).flatMap((resource) =>
      objectOf(resource).Type === type ? [objectOf(objectOf(resource).Properties)] : [],
    );
  return {
    records: propertiesOf('AWS::Route53::RecordSet'),
    checks: propertiesOf('AWS::Route53::HealthCheck').map(({ HealthCheckConfig }) => objectOf(HealthCheckConfig)),
    messages: notes.map(({ kind, message }) => `${kind}: ${message}`),
  };
}

describe('a zone with health checks', () => {
  it('sends users to those of its targets that answer, by one name', () => {
    const { records, checks, messages } = exported(2);
    expect(records.map(({ Name }) => Name)).toEqual([{ Ref: 'ZoneDomainName' }, { Ref: 'ZoneDomainName' }]);
    expect(records.map(({ Weight, SetIdentifier }) => [Weight, SetIdentifier])).toEqual([
      [1, 'One'],
      [1, 'Two'],
    ]);
    expect(records.map(({ HealthCheckId }) => HealthCheckId)).toEqual([
      { Ref: 'ZoneCheckOne' },
      { Ref: 'ZoneCheckTwo' },
    ]);
    expect(checks).toMatchObject([
      { Type: 'HTTP', Port: 80, ResourcePath: '/up' },
      { Type: 'TCP', Port: 443 },
    ]);
    expect(messages.join('\n')).toMatch(/assumed: one, two share one name of zone/);
  });

  it('gives targets names of their own where it has none, or where the drawing names one', () => {
    expect(exported(0).records.map(({ Weight }) => Weight)).toEqual([undefined, undefined]);
    const named = exported(2, 'raw');
    expect(named.records.map(({ Weight }) => Weight)).toEqual([undefined, undefined]);
    expect(named.checks).toHaveLength(2);
  });

  it('says how many of its checks have nobody to ask', () => {
    expect(exported(5).messages.join('\n')).toMatch(/left-out: 3 of the health checks of zone are left out/);
    expect(exported(1).checks).toHaveLength(1);
  });
});
