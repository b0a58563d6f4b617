import type { Finding } from '../../../../shared/validation/rule';

/** What becomes better and worse: findings that go, findings that come. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]) {
  const isFault = ({ status }: Finding) => status === 'fail';
  const had = new Set(before.filter(isFault).map(({ key }) => key));
  const has = new Set(after.filter(isFault).map(({ key }) => key));
  return {
    cleared: before.filter((finding) => isFault(finding) && !has.has(finding.key)),
    raised: after.filter((finding) => isFault(finding) && !had.has(finding.key)),
  };
}
