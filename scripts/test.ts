import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './electron/ensure-build';
import { findElectron } from './electron/find-electron';
import { projectRoot } from './electron/project-root';
import { runInTerminal, SetupError } from './electron/run-command';
import { ensureSystemPackages } from './electron/system-packages';
import { readVitestReport } from './testing/read-report';
import { runEndToEnd } from './testing/run-end-to-end';
import { add, type Counts, oneFailed, onePassed, type Step, withExitCode } from './testing/step';

const log = (line: string) => console.log(line);

const runTool = (packagePath: string, args: readonly string[]): Promise<number> =>
  runInTerminal(process.execPath, [join(projectRoot, 'node_modules', packagePath), ...args], { cwd: projectRoot });

const runCheck = async (packagePath: string, args: readonly string[]): Promise<Counts> =>
  (await runTool(packagePath, args)) === 0 ? onePassed : oneFailed;

/** Unit, property, layer and conformance tests: everything that vitest finds. */
const runVitest = async (): Promise<Counts> => {
  const report = join(projectRoot, 'test-results', 'vitest.json');
  rmSync(report, { force: true });
  mkdirSync(join(projectRoot, 'test-results'), { recursive: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runTool('vitest/vitest.mjs', ['run', ...reporters]);
  return withExitCode(readVitestReport(report), code);
};

const steps: readonly Step[] = [
  {
    name: 'Electron and system',
    run: async () => {
      await ensureSystemPackages(true, log);
      await findElectron(log);
      return onePassed;
    },
  },
  { name: 'format and lint', run: () => runCheck('@biomejs/biome/bin/biome', ['check', '.']) },
  { name: 'types', run: () => runCheck('typescript/bin/tsc', ['-b']) },
  { name: 'unit, property and conformance tests', run: runVitest },
  {
    name: 'build',
    run: async () => {
      await ensureBuild(log);
      return onePassed;
    },
  },
  { name: 'end-to-end tests', run: () => runEndToEnd([], log) },
];

/** A step that cannot run counts as one failure; the others go on. */
const runStep = async (step: Step): Promise<Counts> => {
  log(`\n=== ${step.name}`);
  const start = performance.now();
  const counts = await step.run().catch((error: unknown) => {
    console.error(error instanceof SetupError ? error.message : error);
    return oneFailed;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  log(`--- ${step.name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds} s)`);
  return counts;
};

const main = async (): Promise<void> => {
  let total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) total = add(total, await runStep(step));
  process.exitCode = total.failed === 0 ? 0 : 1;
  log(`\n${total.passed} passed, ${total.failed} failed`);
};

main();
