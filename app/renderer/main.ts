/** How long the first picture is waited for; a window that is not shown paints nothing. */
const PATIENCE_MS = 100;

let isStarted = false;

/** The page's scripts, once the frame that `index.html` draws by itself is on its way: compiling them would hold it back. */
const start = (): void => {
  if (isStarted) return;
  isStarted = true;
  void import('./start-page');
};

requestAnimationFrame(() => requestAnimationFrame(start));
setTimeout(start, PATIENCE_MS);
