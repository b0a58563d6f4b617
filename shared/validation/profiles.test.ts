import { describe, expect, it } from 'vitest';
import { PROFILES, type Profile } from '../catalog/profiles';
import { neverWaived, severityIn } from './profiles';
import { rules } from './rules';

const weight = (profile: Profile, id: string): string => {
  const rule = rules.find((item) => item.id === id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return severityIn(profile, rule, rule.severity);
};

describe('profiles', () => {
  it('weigh availability, state, scaling, operations and cost one step less in development and learning', () => {
    for (const profile of ['development', 'learning'] as const) {
      expect(weight(profile, 'AVL-05')).toBe('warning');
      expect(weight(profile, 'OPS-01')).toBe('info');
      expect(weight(profile, 'SCA-04')).toBe('info');
      expect(weight(profile, 'COST-06')).toBe('info');
      expect(weight(profile, 'STA-06')).toBe('warning');
      expect(weight(profile, 'IAM-07')).toBe(weight('production', 'IAM-07'));
      expect(weight(profile, 'ENC-01')).toBe(weight('production', 'ENC-01'));
    }
  });

  it('never change what AWS refuses or what is exposed', () => {
    const firm = rules.filter(({ id }) => /^(?:CON|NET)-/.test(id));
    for (const profile of ['production', 'development', 'regulated', 'learning'] as const)
      for (const rule of firm)
        expect(severityIn(profile, rule, rule.severity), `${profile} ${rule.id}`).toBe(rule.severity);
    expect(Object.keys(PROFILES)).toHaveLength(4);
  });

  it('make warnings on encryption and access errors where the design is regulated', () => {
    expect(weight('regulated', 'ENC-05')).toBe('error');
    expect(weight('regulated', 'AVL-07')).toBe('warning');
    expect(weight('regulated', 'OPS-03')).toBe('error');
    for (const rule of rules.filter(({ id }) => /^(?:ENC|IAM)-/.test(id)))
      expect(severityIn('regulated', rule, 'warning'), rule.id).toBe('error');
  });

  it('give a reason for each rule that cannot be accepted', () => {
    expect([...neverWaived.keys()].sort()).toEqual(['ENC-01', 'ENC-02', 'ENC-03', 'ENC-04', 'NET-01']);
    for (const [id, reason] of neverWaived) {
      expect(id).toMatch(/^(?:ENC|NET)-\d\d$/);
      expect(reason).toMatch(/^[a-z].*[^.]$/);
    }
  });
});
