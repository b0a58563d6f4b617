import { describe, expect, it } from 'vitest';
import { applyDiff } from '../../../../shared/model/diff';
import { type Drawing, drawNetwork } from '../../../../shared/testing/drawing';
import { findMissingStep } from './missing-step';

function complete(drawing: Drawing, kind: string, into: string) {
  const wanted = { kind, container: drawing.get(into).id, at: { x: 61.3, y: -9.4 } };
  const found = findMissingStep(drawing.design(), wanted, drawing.newId);
  const diff = found?.command(drawing.design());
  const after = diff?.ok ? applyDiff(drawing.design(), diff.value) : undefined;
  const added = after?.ok
    ? [...after.value.elements.values()].filter(({ id }) => !drawing.design().elements.has(id)).map((item) => item.kind)
    : [];
  return { what: found?.what, added };
}

describe('the missing step', () => {
  it('is the subnet of a zone that has none', () => {
    const { what, added } = complete(drawNetwork(1, []), 'ec2-instance', 'Availability Zone a');
    expect([what, added]).toEqual(['a subnet', ['subnet', 'ec2-instance']]);
  });

  it('is a public subnet for a NAT gateway', () => {
    expect(complete(drawNetwork(1, []), 'nat-gateway', 'Availability Zone a').what).toBe('a public subnet');
  });

  it('is the tier of a service that spans zones', () => {
    const { what, added } = complete(drawNetwork(2, []), 'rds-instance', 'VPC');
    expect(what).toBe('a tier');
    expect(added.sort()).toEqual(['rds-instance', 'subnet', 'subnet', 'tier']);
  });

  it('is a zone where a tier has no subnets yet', () => {
    expect(complete(drawNetwork(0, ['web']), 'ec2-instance', 'Web tier').what).toBe('an Availability Zone');
  });

  it('is none where one would not do', () => {
    expect(complete(drawNetwork(1, []), 'ec2-instance', 'Region').what).toBeUndefined();
    expect(complete(drawNetwork(1, []), 'region', 'VPC').what).toBeUndefined();
  });
});
