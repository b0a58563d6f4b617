import type { CheckThread } from './checker';
import type { CheckAnswer } from './messages';

/** Starts the worker with the first question. When it fails, that question is rejected, and every further one at once. */
export function startCheckThread(): CheckThread {
  let worker: Worker | undefined;
  let failure: Error | undefined;
  return {
    ask: (request) =>
      new Promise((settle, reject) => {
        if (failure) return reject(failure);
        worker ??= new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module', name: 'check' });
        worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => settle(data);
        worker.onerror = (event) => {
          failure = new Error(event.message || 'The checks could not be run in a worker.');
          worker?.terminate();
          reject(failure);
        };
        worker.postMessage(request);
      }),
  };
}
