import { join } from 'node:path';
import { projectRoot } from './electron/project-root';
import { reportAndExit, runInTerminal } from './electron/run-command';

/** `npm run conformance -- [FILE]`: every outside judge over all designs, 200 generated ones among them. Takes minutes. */
const args = process.argv.slice(2);
runInTerminal(
  process.execPath,
  [join(projectRoot, 'node_modules/vitest/vitest.mjs'), 'run', ...(args.length > 0 ? args : ['conformance'])],
  { cwd: projectRoot, env: { ...process.env, STRATIFORM_CONFORMANCE: 'all' } },
).then((code) => {
  process.exitCode = code;
}, reportAndExit);
