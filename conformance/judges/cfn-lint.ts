import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { OutsideJudge } from './command';
import { isOutdated } from './mistaken-findings';

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
  /** Where in the template: `Resources.Db.Properties.Engine`. */
  readonly place: string;
}

const matches = z.array(
  z.object({
    Filename: z.string(),
    Rule: z.object({ Id: z.string() }),
    Message: z.string(),
    Location: z.object({
      Start: z.object({ LineNumber: z.number() }),
      Path: z.array(z.union([z.string(), z.number()])).nullish(),
    }),
  }),
);

/** Runs to the end without blocking the test runner, which gives a silent worker up after a minute. */
async function run(command: string, args: readonly string[]): Promise<{ status: number; out: string; errors: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    texts.out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    texts.errors += chunk;
  });
  const [status] = await once(child, 'close');
  return { status: Number(status ?? -1), ...texts };
}

/** The exit code is a sum of severities, 2 to 30; 1 and others mean that it did not run to its end. */
const ranToItsEnd = (status: number): boolean => status === 0 || (status >= 2 && status <= 30);

/**
 * Runs cfn-lint once over all texts; the start of Python costs more than a template.
 * @param templates file name (with its ending) → text
 * @returns every error and warning
 */
export async function lintTemplates(
  templates: Readonly<Record<string, string>>,
  options: { readonly region?: string } = {},
): Promise<readonly LintFinding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stratiform-lint-'));
  try {
    const files = Object.entries(templates).map(([name, text]) => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    });
    const args = ['--format', 'json', '--regions', options.region ?? 'us-east-1', '--', ...files];
    const { status, out, errors } = await run(cfnLint.command, args);
    if (!ranToItsEnd(status)) throw new Error(`cfn-lint failed with ${status}: ${errors.slice(0, 2000)}`);
    const findings = matches.parse(JSON.parse(out.trim() === '' ? '[]' : out)).map((match) => ({
      file: basename(match.Filename),
      ruleId: match.Rule.Id,
      message: match.Message,
      line: match.Location.Start.LineNumber,
      place: (match.Location.Path ?? []).join('.'),
    }));
    return findings.filter((finding) => !isOutdated(finding, templates[finding.file] ?? ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
