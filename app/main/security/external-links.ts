import { shell } from 'electron';
import { type Answer, fail, succeed } from '../../../shared/ipc/answer';
import { isAllowedLink } from './allowed-links';

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
