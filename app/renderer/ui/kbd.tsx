const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

const macNames: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌫', Enter: '↩' };
const otherNames: Record<string, string> = { Mod: 'Ctrl' };

/** A shortcut such as `Mod+Shift+Z` in the words of the platform. */
export const formatShortcut = (shortcut: string, mac: boolean = isMac): string =>
  shortcut
    .split('+')
    .map((key) => (mac ? macNames : otherNames)[key] ?? key)
    .join(mac ? '' : '+');

export const Kbd = ({ shortcut }: { shortcut: string }) => <kbd className="ui-kbd">{formatShortcut(shortcut)}</kbd>;
