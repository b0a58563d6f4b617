import { expect, it } from 'vitest';
import { fargateMemory } from './fargate-sizes';

it('takes the least memory that is sold with a CPU and is not below what is asked for', () => {
  expect(fargateMemory('256', 600)).toBe(1024);
  expect(fargateMemory('256', 9000)).toBe(2048);
  expect(fargateMemory('1024', 512)).toBe(2048);
  expect(fargateMemory('4096', 30_720)).toBe(30_720);
  expect(fargateMemory('8192', 17_000)).toBe(20_480);
  expect(fargateMemory('16384', 40_961)).toBe(49_152);
});
