import { shell } from 'electron';
import { type Answer, fail, succeed } from '../../../shared/ipc/answer';

/** Hosts that the program may open in the user's browser. */
const allowedHosts: readonly string[] = [
  'aws.amazon.com',
  'docs.aws.amazon.com',
  'calculator.aws',
  'console.aws.amazon.com',
  'repost.aws',
];

/** True for plain https addresses of an allowed host. */
export const isAllowedLink = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && isPlain && allowedHosts.includes(url.hostname);
};

/** Opens a link to documentation in the user's browser; anything else is refused. */
export const openExternalLink = async (address: string): Promise<Answer<Record<string, never>>> => {
  if (!isAllowedLink(address))
    return fail('denied', 'The link was not opened: only https pages of the AWS documentation are allowed.');
  try {
    await shell.openExternal(address);
    return succeed({});
  } catch {
    return fail('io', `The system could not open a browser. The address is ${address}`);
  }
};
