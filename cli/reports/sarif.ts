import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../../shared/validation/rules';
import { type Finding, sourceOf } from '../../shared/validation/validate';
import { toJsonText } from '../parts/wording';
import { type CheckedFile, type FileReport, type Reporter, subjectsOf } from './report';
import type { TargetResult } from './targets';
import { tellWaiver } from './waivers';

/** Static Analysis Results Interchange Format, OASIS standard, version 2.1.0. */
const VERSION = '2.1.0';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

const uriOf = (file: string): string =>
  isAbsolute(file) ? pathToFileURL(file).href : file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');

/** Line of an element or connection, counted from 1; the first where the file does not show it. */
function findLine(text: string, id: string | undefined): number {
  if (id === undefined) return 1;
  const at = text.search(new RegExp(`"id"\\s*:\\s*${JSON.stringify(id).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

const physical = (file: string, startLine: number) => ({
  physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine } },
});

function nameOf({ design }: CheckedFile, id: string): string {
  const connection = design.connections.get(id);
  const named = (element: string): string => design.elements.get(element)?.name ?? element;
  return connection ? `${named(connection.from)} → ${named(connection.to)}` : named(id);
}

function findingToResult(report: CheckedFile, finding: Finding) {
  const ids = subjectsOf(finding);
  const ruleIndex = rules.findIndex(({ id }) => id === finding.ruleId);
  const isFault = finding.status === 'fail';
  return {
    ruleId: finding.ruleId,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    // Anything but a fault has the level "none", by the standard.
    kind: isFault ? 'fail' : 'open',
    level: isFault ? LEVELS[finding.severity] : 'none',
    message: { text: [finding.message, finding.question, finding.note].filter(Boolean).join(' ') },
    locations: [
      {
        ...physical(report.file, findLine(report.text, ids[0])),
        logicalLocations: ids.map((id) => ({ name: nameOf(report, id), fullyQualifiedName: id, kind: 'element' })),
      },
    ],
    partialFingerprints: { 'stratiformFinding/v1': finding.key },
  };
}

const targetToResult = (file: string, { id, isMet, message }: TargetResult) => ({
  ruleId: id,
  kind: isMet ? 'pass' : 'fail',
  level: isMet ? 'none' : 'error',
  message: { text: message },
  locations: [physical(file, 1)],
});

const toResults = (report: FileReport) =>
  'problem' in report
    ? []
    : [
        ...report.validation.findings.map((finding) => findingToResult(report, finding)),
        ...report.targets.map((target) => targetToResult(report.file, target)),
        ...report.validation.waived.map(({ finding, waiver }) => ({
          ...findingToResult(report, finding),
          suppressions: [{ kind: 'inSource', status: 'accepted', justification: tellWaiver(waiver) }],
        })),
      ];

/** Where one result says that it is suppressed, the others say that they are not. */
function listResults(reports: readonly FileReport[]) {
  const anyWaived = reports.some((report) => 'validation' in report && report.validation.waived.length > 0);
  const results = reports.flatMap(toResults);
  return anyWaived ? results.map((result) => ({ suppressions: [], ...result })) : results;
}

const listRules = () =>
  rules.map((rule) => ({
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: [`${rule.trigger}.`.replace(/\.\.$/, '.'), sourceOf(rule)].filter(Boolean).join(' ') },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [rule.group] },
  }));

/** For code scanning: one run over all files. */
export const reportSarif: Reporter = (reports, { version }) => {
  const problems = reports.flatMap((report) => ('problem' in report ? [report] : []));
  return toJsonText({
    $schema: SCHEMA,
    version: VERSION,
    runs: [
      {
        tool: { driver: { name: 'Stratiform', version, rules: listRules() } },
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map(({ file, problem }) => ({
              level: 'error',
              message: { text: problem.message },
              locations: [physical(file, 1)],
            })),
          },
        ],
        artifacts: reports.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        columnKind: 'utf16CodeUnits',
        results: listResults(reports),
      },
    ],
  });
};
