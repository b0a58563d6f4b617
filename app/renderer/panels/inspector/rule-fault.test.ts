import { expect, it } from 'vitest';
import { ruleFault } from './rule-fault';

const fault = (change: { fromPort?: number; toPort?: number; cidr?: string }) =>
  ruleFault({ protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '10.0.0.0/8', ...change });

it.each([
  {},
  { cidr: '0.0.0.0/0' },
  { cidr: '203.0.113.7/32' },
  { cidr: '::/0' },
  { cidr: '2001:db8::/32' },
  { fromPort: 0, toPort: 65_535 },
])('lets %j stand', (change) => expect(fault(change)).toBeUndefined());

it.each([
  [{ toPort: 70_000 }, /70000/],
  [{ fromPort: 1.5 }, /1.5/],
  [{ fromPort: 500 }, /first port \(500\) comes after the last \(443\)/],
  [{ cidr: '' }, /not a range/],
  [{ cidr: '10.0.0.1' }, /10.0.0.1\/32/],
  [{ cidr: '10.0.0.1/8' }, /not its first one/],
  [{ cidr: '10.0.0.0/33' }, /not a range/],
  [{ cidr: '300.0.0.0/8' }, /not a range/],
])('says what is wrong with %j', (change, words) => expect(fault(change)).toMatch(words));
