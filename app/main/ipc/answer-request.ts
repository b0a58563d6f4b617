import { z } from 'zod';
import { type Answer, fail } from '../../../shared/ipc/answer';
import type { Channel } from '../../../shared/ipc/channels';
import { contract, type RequestOf, type ValueOf } from '../../../shared/ipc/contract';
import type { Handlers, Services } from './handler';
import { isTrustedSender, type SenderFrame } from './sender';

type RequestSchemas = { readonly [C in Channel]: { readonly request: z.ZodType<RequestOf<C>> } };

const schemas: RequestSchemas = contract;

/** Checks the sender, then the shape, then does the work. Whatever goes wrong becomes an answer; no path and no stack reaches the page. */
export const answerRequest = async <C extends Channel>(
  channel: C,
  handlers: Handlers,
  services: Services,
  frame: SenderFrame | null | undefined,
  request: unknown,
): Promise<Answer<ValueOf<C>>> => {
  if (!isTrustedSender(frame)) {
    console.warn(`Refused ${channel} from ${frame?.url.slice(0, 200) ?? 'a frame that is gone'}`);
    return fail('denied', 'Only the window of the program may ask for this.');
  }
  const checked = schemas[channel].request.safeParse(request);
  if (!checked.success) return fail('bad-request', `${channel}: ${z.prettifyError(checked.error)}`);
  try {
    return await handlers[channel](services, checked.data);
  } catch (error) {
    console.error(`${channel} failed:`, error);
    return fail(
      'internal',
      'The program made a mistake and could not do this. Your design is unchanged. Save it under another name to be safe.',
    );
  }
};
