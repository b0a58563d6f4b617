import { compareText } from '../../shared/util/sorting';
import { printable } from '../parts/terminal';
import { plural } from '../parts/wording';
import { type CheckedFile, type Reporter, subjectsOf } from './report';

function tellFile({ file, validation, targets }: CheckedFile): string {
  const { findings, counts } = validation;
  const lines = findings.flatMap((finding) => {
    const mark = finding.status === 'unknown' ? 'unknown' : finding.severity;
    const ask = finding.question === undefined ? [] : [`           ${finding.question}`];
    return [
      `  ${mark.padEnd(8)} ${finding.ruleId}  ${finding.title}`,
      `           ${finding.message}`,
      ...ask,
      `           on: ${subjectsOf(finding).sort(compareText).join(', ')}`,
    ].map(printable);
  });
  const missed = targets.map(({ isMet, title, message }) =>
    printable(`  ${(isMet ? 'met' : 'missed').padEnd(8)} ${title}: ${message}`),
  );
  const sum = [plural(counts.error, 'error'), plural(counts.warning, 'warning'), `${counts.info} info`];
  if (counts.unknown > 0) sum.push(plural(counts.unknown, 'open question'));
  return `${[`${printable(file)}: ${sum.join(', ')}`, ...lines, ...missed].join('\n')}\n`;
}

/** For people at a terminal. Files that cannot be read are told on standard error. */
export const reportText: Reporter = (reports) =>
  reports.map((report) => ('problem' in report ? '' : tellFile(report))).join('');
