import type { Design } from '../../shared/model/design';
import { resolve } from '../../shared/topology/resolve';
import { compareText } from '../../shared/util/sorting';
import { type Finding, type Validation, validate } from '../../shared/validation/validate';
import { readDesignFile } from '../parts/read-design-file';
import { exitCodes, type Problem, printable, reportProblem, type Terminal } from '../parts/terminal';

export interface ValidateOptions {
  readonly format: 'text' | 'json';
  /** The least severity that makes the command fail. */
  readonly failOn: 'error' | 'warning' | 'none';
}

type Report =
  | { readonly file: string; readonly design: Design; readonly validation: Validation }
  | { readonly file: string; readonly problem: Problem };

/** Only a fault counts; a question ("unknown") neither passes nor fails. */
const reachesBar = ({ status, severity }: Finding, failOn: ValidateOptions['failOn']): boolean =>
  status === 'fail' && failOn !== 'none' && (severity === 'error' || (severity === 'warning' && failOn === 'warning'));

const toJson = (report: Report) => {
  if ('problem' in report) return { file: report.file, error: report.problem };
  const { counts, findings } = report.validation;
  return {
    file: report.file,
    design: report.design.header.name,
    counts,
    findings: findings.map(({ ruleId, status, severity, title, message, subjects, question, source, fixes }) => ({
      ruleId,
      status,
      severity,
      title,
      message,
      subjects,
      ...(question === undefined ? {} : { question }),
      fixes: fixes.map(({ id, title: name, kind }) => ({ id, title: name, kind })),
      source,
    })),
  };
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function toText(report: Extract<Report, { design: Design }>): string {
  const { findings, counts } = report.validation;
  const lines = findings.flatMap((finding) => {
    const ids = [...finding.subjects.elements, ...finding.subjects.connections].sort(compareText);
    const mark = finding.status === 'unknown' ? 'unknown' : finding.severity;
    const ask = finding.question === undefined ? [] : [`           ${finding.question}`];
    return [
      `  ${mark.padEnd(8)} ${finding.ruleId}  ${finding.title}`,
      `           ${finding.message}`,
      ...ask,
      `           on: ${ids.join(', ')}`,
    ].map(printable);
  });
  const sum = [plural(counts.error, 'error'), plural(counts.warning, 'warning'), `${counts.info} info`];
  if (counts.unknown > 0) sum.push(plural(counts.unknown, 'open question'));
  return `${[`${printable(report.file)}: ${sum.join(', ')}`, ...lines].join('\n')}\n`;
}

/** Checks designs. 1 where a finding reaches the bar, 2 where a file could not be read; the other files are checked all the same. */
export async function runValidate(
  terminal: Terminal,
  files: readonly string[],
  { format, failOn }: ValidateOptions,
): Promise<number> {
  const reports: Report[] = [];
  for (const file of files) {
    const read = await readDesignFile(file);
    reports.push(
      read.ok ? { file, design: read.value, validation: validate(resolve(read.value)) } : { file, problem: read.error },
    );
  }
  for (const report of reports) {
    if ('problem' in report) reportProblem(terminal, report.file, report.problem);
    else if (format === 'text') terminal.out(toText(report));
  }
  if (format === 'json') terminal.out(`${JSON.stringify({ version: 1, files: reports.map(toJson) }, null, 2)}\n`);
  if (reports.some((report) => 'problem' in report)) return exitCodes.unusable;
  const failed = reports.some(
    (report) => 'validation' in report && report.validation.findings.some((finding) => reachesBar(finding, failOn)),
  );
  return failed ? exitCodes.findings : exitCodes.fine;
}
