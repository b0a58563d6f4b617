import type { RequestOf } from '../../../shared/ipc/contract';
import type { EventPayloads } from '../../../shared/ipc/desktop-api';

export type CurrentText = NonNullable<RequestOf<'document.text'>['current']>;

/** The text of the open design, fetched from the page when the main process itself has to save. */
export type PageText = {
  /** Null when the page has no document or does not answer in time. */
  readonly fetch: () => Promise<{ readonly requestId: string; readonly current: CurrentText } | null>;
  /** Takes the page's answer; false when nobody waits for it. */
  readonly receive: (answer: RequestOf<'document.text'>) => boolean;
};

export const createPageText = (
  ask: (payload: EventPayloads['document.textWanted']) => void,
  randomId: () => string,
  patienceMs: number,
): PageText => {
  const waiting = new Map<string, (current: CurrentText | null) => void>();
  return {
    fetch: async () => {
      const requestId = randomId();
      const current = await new Promise<CurrentText | null>((resolve) => {
        const timer = setTimeout(() => resolve(null), patienceMs);
        waiting.set(requestId, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        ask({ requestId });
      });
      waiting.delete(requestId);
      return current === null ? null : { requestId, current };
    },
    receive: ({ requestId, current }) => {
      const take = waiting.get(requestId);
      take?.(current);
      return take !== undefined;
    },
  };
};
