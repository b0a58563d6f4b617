import { memo } from 'react';
import { type Section, selectSections, useSharedSlice } from './slices';

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

/** Room the icon takes at the left end of the bar. */
const ICON_END = 56;
const INSET = 8;

/** The members of a spanning service, each beside the subnet it runs in. */
export const MemberChips = memo(({ id }: { readonly id: string }) => {
  const sections = useSharedSlice(selectSections(id));
  return sections.map((section) => (
    <span
      key={section.subnet}
      className="canvas-chip ui-numeric"
      data-role={section.role}
      style={{
        left: Math.max(ICON_END, section.left + INSET),
        maxWidth: Math.max(48, section.width - 2 * INSET - Math.max(0, ICON_END - section.left - INSET)),
      }}
    >
      {label(section)}
    </span>
  ));
});
MemberChips.displayName = 'MemberChips';
