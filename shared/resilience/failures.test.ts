import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { parseFailure } from './failures';

describe('parseFailure', () => {
  const topology = resolve(
    buildNetwork(['a', 'b'], { web: 'public' })
      .add('nat', 'nat-gateway', { parent: 'web-a' })
      .add('web', 'ec2-instance', { parent: 'web-b' })
      .add('s1', 'ec2-instance', { parent: 'web-b', name: 'Mail server' })
      .add('s2', 'ec2-instance', { parent: 'web-b', name: 'Worker' })
      .add('s3', 'ec2-instance', { parent: 'web-a', name: 'Worker' })
      .build(),
  );

  it.each([
    ['az:us-east-1a', { kind: 'zone', id: 'us-east-1a' }],
    ['us-east-1a', { kind: 'zone', id: 'us-east-1a' }],
    ['az:az-b', { kind: 'zone', id: 'az-b' }],
    ['nat:nat', { kind: 'element', id: 'nat' }],
    ['element:web', { kind: 'element', id: 'web' }],
    ['web-a', { kind: 'element', id: 'web-a' }],
    ['vpc', { kind: 'element', id: 'vpc' }],
    ['Mail server', { kind: 'element', id: 's1' }],
    ['element:mail server', { kind: 'element', id: 's1' }],
    ['region:us-east-1', { kind: 'region', id: 'us-east-1' }],
  ] as const)('reads %s', (text, failure) => {
    expect(parseFailure(topology, text)).toEqual({ ok: true, value: failure });
  });

  it('asks for an id where several have the name', () => {
    expect(parseFailure(topology, 'Worker')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Several elements'), details: ['element:s2, element:s3'] },
    });
  });

  it('says what there is when nothing is called that', () => {
    const result = parseFailure(topology, 'az:us-east-1f');
    expect(result).toMatchObject({ ok: false, error: { code: 'unknown-element' } });
    expect(result.ok ? [] : result.error.details?.[0]).toBe(
      'Availability Zones of this design: us-east-1a, us-east-1b.',
    );
  });
});
