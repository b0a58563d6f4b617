import type { IngressRule } from '../../../../shared/catalog/fields';
import { parseCidr } from '../../../../shared/model/cidr';
import { shorten } from '../../format';

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65_535;

/** Good enough to tell a slip: eight groups at most, a length of up to 128. */
const IPV6 = /^(?=.*:)[0-9a-f:]{2,39}\/(12[0-8]|1[01]\d|\d{1,2})$/i;

const cidrFault = (cidr: string): string | undefined => {
  if (parseCidr(cidr) || IPV6.test(cidr)) return undefined;
  const [address, length] = cidr.split('/');
  const whole = parseCidr(`${address}/32`);
  if (whole && length === undefined)
    return `“${shorten(cidr, 24)}” has no length. For this one address write ${address}/32.`;
  return whole && Number(length) <= 32
    ? `“${shorten(cidr, 24)}” is an address inside a range, not its first one. Check the address or the length.`
    : `“${shorten(cidr, 24)}” is not a range. Ranges look like 203.0.113.0/24 or 2001:db8::/32.`;
};

/** What is wrong with a rule, with the value and what to write instead; undefined where it can stand. */
export function ruleFault({ fromPort, toPort, cidr }: IngressRule): string | undefined {
  const wrong = [fromPort, toPort].find((port) => !isPort(port));
  if (wrong !== undefined) return `Ports are whole numbers from 0 to 65535; ${wrong} is not.`;
  if (fromPort > toPort) return `The first port (${fromPort}) comes after the last (${toPort}). Swap them.`;
  return cidrFault(cidr);
}
