import type { App, Session, WebContents } from 'electron';
import { isAllowedLink } from './allowed-links';
import { openExternalLink } from './external-links';
import { appScheme, isOwnUrl } from './origin';

const localSchemes: readonly string[] = [`${appScheme}:`, 'blob:', 'data:', 'devtools:'];

/** No permission of any kind, and no request that leaves the machine. */
export const lockSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const isLocal = URL.canParse(details.url) && localSchemes.includes(new URL(details.url).protocol);
    if (!isLocal) console.warn(`Refused a request to ${details.url.slice(0, 200)}`);
    answer({ cancel: !isLocal });
  });
};

const lockContents = (contents: WebContents): void => {
  const refuseForeign = (event: { preventDefault: () => void }, url: string) => {
    if (isOwnUrl(url)) return;
    event.preventDefault();
    console.warn(`Refused to go to ${url.slice(0, 200)}`);
  };
  contents.on('will-navigate', (event) => refuseForeign(event, event.url));
  contents.on('will-frame-navigate', (event) => refuseForeign(event, event.url));
  contents.on('will-redirect', (event) => refuseForeign(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isAllowedLink(url)) void openExternalLink(url);
    else console.warn(`Refused to open a window for ${url.slice(0, 200)}`);
    return { action: 'deny' };
  });
};

/** Keeps every page there ever is on its own origin and in its one window. */
export const lockEveryPage = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
};
