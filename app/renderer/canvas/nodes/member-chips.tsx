import { memo } from 'react';
import { useApp } from '../../store/app';
import { memberSections, type Section, useDerived } from './slices';

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  instance: ['instance', 'instances'],
  node: ['node', 'nodes'],
  primary: ['primary', 'primaries'],
  standby: ['standby', 'standbys'],
  replica: ['replica', 'replicas'],
  'mount-target': ['mount target', 'mount targets'],
};

const label = ({ role, count }: Section): string => {
  const [one, many] = WORDS[role] ?? [role, role];
  return count === 1 ? one : `${count} ${many}`;
};

/** Where the text of a bar begins. */
const TEXT_START = 55;
const INSET = 8;

const placeBeside = ({ left, width }: Section) => {
  const start = Math.max(TEXT_START, left + INSET);
  return { left: start, maxWidth: Math.max(48, left + width - INSET - start) };
};

/** The members of a spanning service: on a bar each beside the subnet it runs in, on a card in a row at its foot. */
export const MemberChips = memo(({ id, isBar }: { readonly id: string; readonly isBar: boolean }) => {
  const sections = useDerived(memberSections(id));
  const outage = useApp((state) => state.outage);
  return sections.map((section) => (
    <span
      key={section.subnet}
      className={`canvas-chip ui-numeric${isBar ? ' canvas-chip--placed' : ''}`}
      data-role={section.role}
      data-lost={outage?.stateOf.has(section.subnet) ? '' : undefined}
      title={label(section)}
      {...(isBar ? { style: placeBeside(section) } : {})}
    >
      {label(section)}
    </span>
  ));
});
MemberChips.displayName = 'MemberChips';
