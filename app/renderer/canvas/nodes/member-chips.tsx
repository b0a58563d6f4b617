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

/** Where the text of a bar begins; on a card, chips stand under the icon to leave room for the cost. */
const TEXT_START = 55;
const CARD_START = 7;
const INSET = 8;

/** The members of a spanning service, each beside the subnet it runs in. */
export const MemberChips = memo(({ id, isBar }: { readonly id: string; readonly isBar: boolean }) => {
  const sections = useSharedSlice(selectSections(id));
  const start = isBar ? TEXT_START : CARD_START;
  return sections.map((section) => (
    <span
      key={section.subnet}
      className="canvas-chip ui-numeric"
      data-role={section.role}
      style={{
        left: Math.max(start, section.left + INSET),
        maxWidth: Math.max(48, section.left + section.width - INSET - Math.max(start, section.left + INSET)),
      }}
    >
      {label(section)}
    </span>
  ));
});
MemberChips.displayName = 'MemberChips';
