/**
 * A controller that also aborts when `signal` does. By hand: combined signals of Node 20 can be collected as garbage while
 * they are waited for, and then never fire.
 */
export const followSignal = (
  signal: AbortSignal,
): { readonly control: AbortController; readonly release: () => void } => {
  const control = new AbortController();
  const abort = () => control.abort(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  return { control, release: () => signal.removeEventListener('abort', abort) };
};

/** Does work that must end in time; afterwards the signal fires with a `TimeoutError`. */
export const withPatience = async <T>(
  signal: AbortSignal,
  patienceMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const { control, release } = followSignal(signal);
  const timer = setTimeout(() => control.abort(new DOMException('Out of time.', 'TimeoutError')), patienceMs);
  try {
    return await work(control.signal);
  } finally {
    clearTimeout(timer);
    release();
  }
};
