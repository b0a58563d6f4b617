import type { Finding } from '../../shared/validation/validate';
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
  fixes: fixes.map(({ id, title: name, kind }) => ({ id, title: name, kind })),
  source,
});

const toJson = (report: FileReport) => {
  if ('problem' in report) return { file: report.file, error: report.problem };
  const { counts, findings } = report.validation;
  return {
    file: report.file,
    design: report.design.header.name,
    counts,
    ...(report.targets.length === 0 ? {} : { targets: report.targets }),
    findings: findings.map(findingToJson),
  };
};

export const reportJson: Reporter = (reports) => toJsonText({ version: 1, files: reports.map(toJson) });
