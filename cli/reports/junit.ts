import { rules } from '../../shared/validation/rules';
import type { Finding, Validation } from '../../shared/validation/validate';
import { printable } from '../parts/terminal';
import { type Bar, type FileReport, type Reporter, reachesBar, subjectsOf } from './report';
import { tellWaiver } from './waivers';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters cannot stand in XML at all; they are shown as escapes. */
const xml = (text: string): string => printable(text).replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

type Outcome = 'passed' | 'failure' | 'skipped' | 'error';

interface Case {
  readonly name: string;
  readonly outcome: Outcome;
  /** One line each. */
  readonly lines: readonly string[];
}

const tell = (finding: Finding): string => `${finding.message} On: ${subjectsOf(finding).join(', ')}.`;

/** One case a rule: it fails where a finding reaches the bar, and is skipped where only a question is open or what was found is accepted. */
function ruleCase(id: string, title: string, { findings, waived }: Validation, failOn: Bar): Case {
  const own = findings.filter(({ ruleId }) => ruleId === id);
  const accepted = waived.filter(({ finding }) => finding.ruleId === id);
  const open = own.length + accepted.length > 0 && own.every(({ status }) => status === 'unknown');
  const outcome = own.some((finding) => reachesBar(finding, failOn)) ? 'failure' : open ? 'skipped' : 'passed';
  const lines = [
    ...own.map((finding) => [finding.question ?? tell(finding), finding.note].filter(Boolean).join(' ')),
    ...accepted.map(({ finding, waiver }) => `${tellWaiver(waiver)} On: ${subjectsOf(finding).join(', ')}.`),
  ];
  return { name: `${id} ${title}`, outcome, lines };
}

function listCases(report: FileReport, failOn: Bar): Case[] {
  if ('problem' in report) return [{ name: 'Can be read', outcome: 'error', lines: [report.problem.message] }];
  const { findings } = report.validation;
  const known = new Map(rules.map(({ id, title }) => [id, title]));
  for (const { ruleId, title } of findings) if (!known.has(ruleId)) known.set(ruleId, title);
  return [
    ...[...known].map(([id, title]) => ruleCase(id, title, report.validation, failOn)),
    ...report.targets.map(
      ({ title, isMet, message }): Case => ({
        name: title,
        outcome: isMet ? 'passed' : 'failure',
        lines: [message],
      }),
    ),
  ];
}

function writeCase(file: string, { name, outcome, lines }: Case): string[] {
  const head = `    <testcase classname="${xml(file)}" name="${xml(name)}"`;
  if (lines.length === 0) return [`${head}/>`];
  const text = lines.map(xml).join('\n');
  const body =
    outcome === 'passed'
      ? `      <system-out>${text}</system-out>`
      : `      <${outcome} message="${xml(lines[0] ?? '')}">${text}</${outcome}>`;
  return [`${head}>`, body, '    </testcase>'];
}

function writeSuite(report: FileReport, failOn: Bar): string[] {
  const cases = listCases(report, failOn);
  const count = (wanted: Outcome): number => cases.filter(({ outcome }) => outcome === wanted).length;
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  return [
    `  <testsuite name="${xml(report.file)}" ${counts}>`,
    ...cases.flatMap((item) => writeCase(report.file, item)),
    '  </testsuite>',
  ];
}

/** For build servers: one suite a file, one case a rule. */
export const reportJunit: Reporter = (reports, { failOn }) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="stratiform validate">',
    ...reports.flatMap((report) => writeSuite(report, failOn)),
    '</testsuites>',
    '',
  ].join('\n');
