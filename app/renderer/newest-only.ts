interface Job<Request, Answer> {
  readonly request: Request;
  readonly settle: (answer: Answer | null) => void;
  readonly reject: (reason: unknown) => void;
}

/** One piece of work at a time; of what comes meanwhile only the newest is done, and null is the answer to what it overtook. */
export function newestOnly<Request, Answer>(
  work: (request: Request) => Promise<Answer>,
): (request: Request) => Promise<Answer | null> {
  let isBusy = false;
  let waiting: Job<Request, Answer> | null = null;
  const run = async ({ request, settle, reject }: Job<Request, Answer>): Promise<void> => {
    isBusy = true;
    try {
      settle(await work(request));
    } catch (error) {
      reject(error);
    }
    isBusy = false;
    const next = waiting;
    waiting = null;
    if (next) void run(next);
  };
  return (request) =>
    new Promise((settle, reject) => {
      const job = { request, settle, reject };
      if (!isBusy) {
        void run(job);
        return;
      }
      waiting?.settle(null);
      waiting = job;
    });
}
