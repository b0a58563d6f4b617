import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { OutsideJudge } from './command';

export const cfnLint: OutsideJudge = {
  command: 'cfn-lint',
  judges: 'the exported templates were',
  install: 'python3 -m pip install cfn-lint==1.51.0',
};

/** One match of cfn-lint. */
export interface LintFinding {
  readonly file: string;
  readonly ruleId: string;
  readonly message: string;
  readonly line: number;
}

const matches = z.array(
  z.object({
    Filename: z.string(),
    Rule: z.object({ Id: z.string() }),
    Message: z.string(),
    Location: z.object({ Start: z.object({ LineNumber: z.number() }) }),
  }),
);

/**
 * Runs cfn-lint once over all texts; the start of Python costs more than a template.
 * @param templates file name (with its ending) → text
 * @returns every error, warning and — where asked for — information, file by file
 */
export function lintTemplates(
  templates: Readonly<Record<string, string>>,
  options: { readonly region?: string } = {},
): readonly LintFinding[] {
  const folder = mkdtempSync(join(tmpdir(), 'stratiform-lint-'));
  try {
    const files = Object.entries(templates).map(([name, text]) => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    });
    const run = spawnSync(
      cfnLint.command,
      ['--format', 'json', '--regions', options.region ?? 'us-east-1', '--', ...files],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    if (run.error) throw run.error;
    // The exit code is a bit mask of severities; 1 and above 30 mean that it did not run to its end.
    if (run.status === null || run.status === 1 || run.status > 30 || run.stdout.trim() === '')
      if (run.status !== 0) throw new Error(`cfn-lint failed with ${run.status}: ${run.stderr.slice(0, 2000)}`);
    return matches.parse(JSON.parse(run.stdout || '[]')).map((match) => ({
      file: basename(match.Filename),
      ruleId: match.Rule.Id,
      message: match.Message,
      line: match.Location.Start.LineNumber,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
