import type { Design } from '../../shared/model/design';
import { markdownTable, plainMarkdown } from '../../shared/util/markdown';
import { plural } from '../parts/wording';
import { type CheckedFile, type FileReport, type Reporter, subjectsOf } from './report';
import { nameWaiver, tellWaiver } from './waivers';

const nameIn =
  (design: Design) =>
  (id: string): string =>
    design.elements.get(id)?.name ?? id;

/** What is accepted, by whom and why; then waivers that accept nothing. */
function waiversOf({ design, validation: { waived, waivers } }: CheckedFile): string[] {
  const named = nameIn(design);
  const rows = waived.map(({ finding, waiver }) => [
    finding.ruleId,
    plainMarkdown(finding.title),
    plainMarkdown(subjectsOf(finding).map(named).join(', ')),
    plainMarkdown(tellWaiver(waiver)),
  ]);
  const idle = waivers.flatMap(({ waiver, idle: why }) =>
    why === null ? [] : [`- Idle waiver of ${plainMarkdown(nameWaiver(waiver))}: ${plainMarkdown(why)}`],
  );
  return [
    ...(rows.length === 0 ? [] : ['', ...markdownTable(['Rule', 'Accepted finding', 'On', 'Waiver'], rows)]),
    ...(idle.length === 0 ? [] : ['', ...idle]),
  ];
}

function tableOf({ design, validation }: CheckedFile): string[] {
  if (validation.findings.length === 0) return ['Nothing found.'];
  const named = nameIn(design);
  return markdownTable(
    ['', 'Rule', 'Finding', 'On'],
    validation.findings.map((finding) => [
      finding.status === 'unknown' ? 'question' : finding.severity,
      finding.ruleId,
      `**${plainMarkdown(finding.title)}**. ${plainMarkdown([finding.question ?? finding.message, finding.note].filter(Boolean).join(' '))}`,
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
  if (report.validation.waived.length > 0) sum.push(`${report.validation.waived.length} waived`);
  const targets = report.targets.map(
    ({ isMet, message }) => `- ${isMet ? 'Met' : '**Missed**'}: ${plainMarkdown(message)}`,
  );
  return [
    head,
    '',
    sum.join(', '),
    '',
    ...targets,
    ...(targets.length > 0 ? [''] : []),
    ...tableOf(report),
    ...waiversOf(report),
    '',
  ];
}

/** For comments on changes: a heading and a table a file. */
export const reportMarkdown: Reporter = (reports) => reports.flatMap(tellFile).join('\n');
