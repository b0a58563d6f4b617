import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { findAsset } from './asset-path';
import { contentSecurityPolicy } from './content-security-policy';
import { appScheme } from './origin';

/** Must run before Electron is ready. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
};

const refuse = (status: number): Response => new Response(null, { status });

/** Serves the built page from its folder, and nothing else. */
export const serveApp = (session: Session, root: string): void => {
  session.protocol.handle(appScheme, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const asset = findAsset(root, request.url);
    if (asset.status !== 200) return refuse(asset.status);
    const body = await readFile(asset.path).catch(() => null);
    if (body === null) return refuse(404);
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': asset.contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      },
    });
  });
};
