/** Files to open: kept until the page is ready, then handed on at once. Only one document fits the window, so the last one counts. */
export type PendingPaths = {
  readonly add: (path: string) => void;
  readonly take: () => string | null;
  readonly pageIsReady: () => void;
};

export const createPendingPaths = (open: (path: string) => void): PendingPaths => {
  let isReady = false;
  let waiting: string | null = null;
  return {
    add: (path) => {
      if (isReady) open(path);
      else waiting = path;
    },
    take: () => {
      const path = waiting;
      waiting = null;
      return path;
    },
    pageIsReady: () => {
      isReady = true;
    },
  };
};
