import type { Waiver } from '../../shared/model/design';
import type { Finding, WaivedFinding } from '../../shared/validation/validate';
import { toJsonText } from '../parts/wording';
import type { FileReport, Reporter } from './report';

/** A finding as every command prints it. */
export const findingToJson = ({
  ruleId,
  status,
  severity,
  title,
  message,
  subjects,
  question,
  note,
  source,
  fixes,
}: Finding) => ({
  ruleId,
  status,
  severity,
  title,
  message,
  subjects,
  ...(question === undefined ? {} : { question }),
  ...(note === undefined ? {} : { note }),
  fixes: fixes.map(({ id, title: name, kind }) => ({ id, title: name, kind })),
  source,
});

/** A finding that somebody accepts, with who and why. */
const waivedToJson = ({ finding, waiver }: WaivedFinding) => ({
  ...findingToJson(finding),
  status: 'waived',
  waiver: waiverToJson(waiver),
});

const waiverToJson = ({ rule, element, reason, owner, created, expires }: Waiver) => ({
  rule,
  element,
  reason,
  owner,
  created,
  ...(expires === undefined ? {} : { expires }),
});

const toJson = (report: FileReport) => {
  if ('problem' in report) return { file: report.file, error: report.problem };
  const { counts, findings, waived, waivers } = report.validation;
  const idle = waivers.flatMap(({ waiver, idle: why }) => (why === null ? [] : [{ ...waiverToJson(waiver), why }]));
  return {
    file: report.file,
    design: report.design.header.name,
    counts,
    ...(report.targets.length === 0 ? {} : { targets: report.targets }),
    findings: findings.map(findingToJson),
    ...(waived.length === 0 ? {} : { waived: waived.map(waivedToJson) }),
    ...(idle.length === 0 ? {} : { idleWaivers: idle }),
  };
};

export const reportJson: Reporter = (reports) => toJsonText({ version: 1, files: reports.map(toJson) });
