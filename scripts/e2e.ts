import { reportAndExit } from './electron/run-command';
import { runEndToEnd } from './testing/run-end-to-end';

/** `npm run e2e -- [FILE] [--grep WORD]`: the end-to-end tests alone. */
runEndToEnd(process.argv.slice(2), (line) => console.log(line)).then(({ failed }) => {
  process.exitCode = failed === 0 ? 0 : 1;
}, reportAndExit);
