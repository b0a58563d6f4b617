import { reportAndExit } from './electron/run-command';
import { takeScreenshots } from './testing/run-end-to-end';

/** `npm run screenshots -- [--grep WORD]`: pictures of the app in `test-results/screenshots`, for people to look at. */
takeScreenshots(process.argv.slice(2), (line) => console.log(line)).then((code) => {
  process.exitCode = code;
}, reportAndExit);
