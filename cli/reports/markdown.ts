import { markdownTable, plainMarkdown } from '../parts/markdown';
import { plural } from '../parts/wording';
import { type CheckedFile, type FileReport, type Reporter, subjectsOf } from './report';

function tableOf({ design, validation }: CheckedFile): string[] {
  if (validation.findings.length === 0) return ['Nothing found.'];
  const named = (id: string): string => design.elements.get(id)?.name ?? id;
  return markdownTable(
    ['', 'Rule', 'Finding', 'On'],
    validation.findings.map((finding) => [
      finding.status === 'unknown' ? 'question' : finding.severity,
      finding.ruleId,
      `**${plainMarkdown(finding.title)}**. ${plainMarkdown(finding.question ?? finding.message)}`,
      plainMarkdown(subjectsOf(finding).map(named).join(', ')),
    ]),
  );
}

function tellFile(report: FileReport): string[] {
  const head = `### ${plainMarkdown(report.file)}`;
  if ('problem' in report) return [head, '', `Could not be read: ${plainMarkdown(report.problem.message)}`, ''];
  const { counts } = report.validation;
  const sum = [plural(counts.error, 'error'), plural(counts.warning, 'warning'), `${counts.info} info`];
  if (counts.unknown > 0) sum.push(plural(counts.unknown, 'open question'));
  const targets = report.targets.map(
    ({ isMet, message }) => `- ${isMet ? 'Met' : '**Missed**'}: ${plainMarkdown(message)}`,
  );
  return [head, '', sum.join(', '), '', ...targets, ...(targets.length > 0 ? [''] : []), ...tableOf(report), ''];
}

/** For comments on changes: a heading and a table a file. */
export const reportMarkdown: Reporter = (reports) => reports.flatMap(tellFile).join('\n');
