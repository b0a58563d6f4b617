import { describe, expect, it } from 'vitest';
import { faultyTemplates, soundTemplate } from '../../fixtures/faulty-templates';
import { findTraps } from './find-traps';

describe('the deployment traps', () => {
  it('has nothing against the sound template', () => {
    expect(findTraps(soundTemplate)).toEqual([]);
  });

  const seen = faultyTemplates.filter((fault) => fault.deployTrap !== undefined);

  it('is held against every fault that no other judge sees', () => {
    expect(new Set(seen.map((fault) => fault.deployTrap)).size).toBe(22);
  });

  it.each(seen)('refuses: $name', ({ template, deployTrap }) => {
    expect(findTraps(template).map((finding) => finding.code)).toContain(deployTrap);
  });

  it('knows where firewalls of distributions lie', () => {
    const Acl = { Type: 'AWS::WAFv2::WebACL', Properties: { Scope: 'CLOUDFRONT' } };
    expect(findTraps({ Resources: { Acl } }, 'us-east-1')).toEqual([]);
    expect(findTraps({ Resources: { Acl } }, 'eu-west-1')).toMatchObject([{ code: 'firewall-scope' }]);
  });
});
