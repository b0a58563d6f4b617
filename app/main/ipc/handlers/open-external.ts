import { openExternalLink } from '../../security/external-links';
import type { Handler } from '../handler';

export const answerOpenExternal: Handler<'openExternal'> = (_services, { url }) => openExternalLink(url);
