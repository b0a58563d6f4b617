import { designSettings } from '../../shared/catalog/design-settings';
import { compareText } from '../../shared/util/sorting';
import { printable } from '../parts/terminal';
import { plural } from '../parts/wording';
import { type CheckedFile, type Reporter, subjectsOf } from './report';
import { nameWaiver, tellWaiver } from './waivers';

function tellFile({ file, design, validation, targets }: CheckedFile): string {
  const { findings, counts, waived, waivers } = validation;
  const isLesson = designSettings.read(design.header.settings).environment === 'learning';
  const lines = findings.flatMap((finding) => {
    const mark = finding.status === 'unknown' ? 'unknown' : finding.severity;
    const ask = finding.question === undefined ? [] : [`           ${finding.question}`];
    const note = finding.note === undefined ? [] : [`           ${finding.note}`];
    const lesson = isLesson ? [`           why: ${finding.why} (${finding.source})`] : [];
    return [
      `  ${mark.padEnd(8)} ${finding.ruleId}  ${finding.title}`,
      `           ${finding.message}`,
      ...ask,
      ...note,
      ...lesson,
      `           on: ${subjectsOf(finding).sort(compareText).join(', ')}`,
    ].map(printable);
  });
  const missed = targets.map(({ isMet, title, message }) =>
    printable(`  ${(isMet ? 'met' : 'missed').padEnd(8)} ${title}: ${message}`),
  );
  const accepted = waived.flatMap(({ finding, waiver }) =>
    [
      `  waived   ${finding.ruleId}  ${finding.title}`,
      `           ${tellWaiver(waiver)}`,
      `           on: ${subjectsOf(finding).sort(compareText).join(', ')}`,
    ].map(printable),
  );
  const idle = waivers.flatMap(({ waiver, idle: why }) =>
    why === null ? [] : [printable(`  idle     waiver of ${nameWaiver(waiver)}: ${why}`)],
  );
  const sum = [plural(counts.error, 'error'), plural(counts.warning, 'warning'), `${counts.info} info`];
  if (counts.unknown > 0) sum.push(plural(counts.unknown, 'open question'));
  if (waived.length > 0) sum.push(`${waived.length} waived`);
  return `${[`${printable(file)}: ${sum.join(', ')}`, ...lines, ...accepted, ...idle, ...missed].join('\n')}\n`;
}

/** For people at a terminal. Files that cannot be read are told on standard error. */
export const reportText: Reporter = (reports) =>
  reports.map((report) => ('problem' in report ? '' : tellFile(report))).join('');
