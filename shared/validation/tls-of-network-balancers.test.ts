import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { validate } from './validate';

/** Findings about encryption of a Network Load Balancer that users come to. */
function findingsOf(settings: JsonObject, region = 'us-east-1'): readonly string[] {
  const design = buildNetwork(['a', 'b'], { web: 'public' })
    .add('away', 'region', { settings: { code: region } })
    .add('users', 'users')
    .add('nlb', 'network-load-balancer', { parent: 'vpc', subnets: ['web-a', 'web-b'], settings })
    .add('proof', 'certificate', { parent: 'away', settings: { domain: 'shop.example' } })
    .connect('traffic', 'users', 'nlb')
    .connect('uses', 'nlb', 'proof')
    .build();
  return validate(resolve(design)).findings.flatMap(({ ruleId, severity }) =>
    ruleId.startsWith('ENC-') ? [`${ruleId} ${severity}`] : [],
  );
}

describe('a Network Load Balancer that users come to', () => {
  it('is at fault where it passes on plain HTTP', () => {
    expect(findingsOf({ port: 80 })).toEqual(['ENC-01 error']);
  });

  it('is not where it speaks TLS, or where what it passes on may be anything', () => {
    expect(findingsOf({ protocol: 'tls', port: 443 })).toEqual([]);
    expect(findingsOf({ port: 5000 })).toEqual([]);
    expect(findingsOf({ protocol: 'udp', port: 80 })).toEqual([]);
  });

  it('is where its TLS is old, or its certificate lies elsewhere', () => {
    expect(findingsOf({ protocol: 'tls', port: 443, tlsPolicy: 'legacy' })).toEqual(['ENC-02 warning']);
    expect(findingsOf({ protocol: 'tls', port: 443 }, 'eu-west-1')).toEqual(['ENC-02 error']);
  });
});
