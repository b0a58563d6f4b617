import { expect, it } from 'vitest';
import { architectureOf } from './architecture';

it.each([
  ['t4g.small', 'arm64'],
  ['m7g.large', 'arm64'],
  ['c7gn.xlarge', 'arm64'],
  ['im4gn.large', 'arm64'],
  ['x2gd.medium', 'arm64'],
  ['a1.large', 'arm64'],
  ['t3.micro', 'x86_64'],
  ['g4dn.xlarge', 'x86_64'],
  ['m7i.large', 'x86_64'],
  ['x2iedn.xlarge', 'x86_64'],
  ['u-6tb1.metal', 'x86_64'],
])('%s runs %s images', (type, architecture) => {
  expect(architectureOf(type)).toBe(architecture);
});
