import type { DesktopApi } from '../../shared/ipc/desktop-api';

declare global {
  interface Window {
    readonly desktop: DesktopApi;
  }
}

/** The only way out of the page; every other file gets it from here. */
export const desktop: DesktopApi = window.desktop;
