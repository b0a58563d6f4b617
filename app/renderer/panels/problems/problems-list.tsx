import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import type { Finding } from '../../../../shared/validation/rule';
import { useApp } from '../../store/app';
import { Badge, type FindingTone } from '../../ui/badge';
import { EmptyState } from '../../ui/empty-state';
import { FindingRow } from './finding-row';
import { restHighlight } from './focus-finding';
import { MendBar } from './mend-bar';
import { WaivedList } from './waived-list';
import './problems.css';

const GROUPS: readonly { tone: FindingTone; title: string; holds: (finding: Finding) => boolean }[] = [
  { tone: 'error', title: 'Errors', holds: ({ status, severity }) => status === 'fail' && severity === 'error' },
  { tone: 'warning', title: 'Warnings', holds: ({ status, severity }) => status === 'fail' && severity === 'warning' },
  { tone: 'info', title: 'Advice', holds: ({ status, severity }) => status === 'fail' && severity === 'info' },
  { tone: 'unknown', title: 'Open questions', holds: ({ status }) => status === 'unknown' },
];

const SHOWN = 200;

const Group = ({ tone, title, findings }: { tone: FindingTone; title: string; findings: readonly Finding[] }) => (
  <section aria-label={title}>
    <h2 className="problems__group">
      {title}
      <Badge tone={tone === 'unknown' ? 'neutral' : tone}>{findings.length}</Badge>
    </h2>
    <ul>
      {findings.slice(0, SHOWN).map((finding) => (
        <FindingRow key={finding.key} finding={finding} />
      ))}
    </ul>
    {findings.length > SHOWN ? <p className="problems__more">and {findings.length - SHOWN} more</p> : null}
  </section>
);

const tellPassing = (waived: number): string =>
  waived === 0
    ? 'Every rule that applies to this design passes.'
    : 'Every rule that applies to this design passes, or what it found is accepted.';

/** Everything the rules found, worst first; then what they could not decide, as questions; last what is accepted. */
export const ProblemsList = () => {
  const findings = useApp((state) => state.findings);
  const isEmpty = useApp((state) => state.design.elements.size === 0);
  useEffect(() => restHighlight, []);
  const waivedCount = useApp((state) => state.waived.length);
  return (
    <>
      {isEmpty ? null : <MendBar />}
      {findings.length === 0 ? (
        <EmptyState icon={CircleCheck} title={isEmpty ? 'Nothing to check yet' : 'No problems found'}>
          {isEmpty ? 'Findings appear here while you draw.' : tellPassing(waivedCount)}
        </EmptyState>
      ) : null}
      {GROUPS.map(({ tone, title, holds }) => {
        const members = findings.filter(holds);
        return members.length > 0 ? <Group key={tone} tone={tone} title={title} findings={members} /> : null;
      })}
      <WaivedList />
    </>
  );
};
