import { Box, Columns3, Group, type LucideIcon, Rows3, StickyNote } from 'lucide-react';
import { memo } from 'react';
import { definitionOf } from '../../../shared/catalog/catalog';
import { iconFiles } from './icon-files';
import './icons.css';

const lineIcons: Readonly<Record<string, LucideIcon>> = {
  'lucide/columns-3': Columns3,
  'lucide/group': Group,
  'lucide/rows-3': Rows3,
  'lucide/sticky-note': StickyNote,
};

/** AWS draws these in one dark ink: shown as a mask in the ink of the theme, so that they stay visible on dark. */
const INKED: ReadonlySet<string> = new Set(['resource/Users']);

/** True where the app has a picture for the catalog's `icon`. */
export const hasIcon = (icon: string): boolean => iconFiles.has(icon) || Object.hasOwn(lineIcons, icon);

export interface IconProps {
  /** `folder/Name` in the aws-icons package or `lucide/name`, as the catalog writes it. */
  readonly icon: string;
  /** Pixels at 100 %. */
  readonly size: number;
}

/** A picture from the catalog; decorative, the name stands beside it. */
export const Icon = memo(({ icon, size }: IconProps) => {
  const file = iconFiles.get(icon);
  if (file === undefined) {
    const Line = lineIcons[icon] ?? Box;
    return <Line className="kind-icon kind-icon--line" size={size} strokeWidth={1.5} aria-hidden="true" />;
  }
  if (INKED.has(icon)) {
    const mask = `url("${file}") center / contain no-repeat`;
    return (
      <span className="kind-icon kind-icon--inked" style={{ width: size, height: size, mask }} aria-hidden="true" />
    );
  }
  return <img className="kind-icon" src={file} width={size} height={size} alt="" draggable={false} />;
});
Icon.displayName = 'Icon';

/** The icon of a kind; a box for kinds this version does not know. */
export const KindIcon = ({ kind, size }: { readonly kind: string; readonly size: number }) => (
  <Icon icon={definitionOf(kind)?.icon ?? 'unknown'} size={size} />
);
