import { fail } from '../../util/result';

/** The refusal where a command names something that is not in the design. */
export const missing = (what: 'element' | 'connection', id: string) =>
  fail('unknown-element', `The ${what} "${id}" is not in the design any more.`);
