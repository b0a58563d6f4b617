import { isOwnUrl } from '../security/origin';

/** The parts of a frame that tell whether to trust it. */
export type SenderFrame = { readonly url: string; readonly parent: unknown };

/** Only the main frame of our own page may ask for anything. A frame that is gone already is null. */
export const isTrustedSender = (frame: SenderFrame | null | undefined): boolean =>
  frame !== null && frame !== undefined && frame.parent === null && isOwnUrl(frame.url);
