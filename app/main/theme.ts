import { nativeTheme } from 'electron';
import type { ThemeState } from '../../shared/ipc/contract';
import type { Theme } from '../../shared/ipc/settings';

export const applyTheme = (theme: Theme): void => {
  nativeTheme.themeSource = theme;
};

export const readTheme = (): ThemeState => ({
  theme: nativeTheme.themeSource,
  dark: nativeTheme.shouldUseDarkColors,
  highContrast: nativeTheme.shouldUseHighContrastColors,
});

/** Calls the listener whenever the system or the user changes light, dark or contrast. */
export const watchTheme = (listener: (state: ThemeState) => void): void => {
  nativeTheme.on('updated', () => listener(readTheme()));
};
