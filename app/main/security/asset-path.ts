import { extname, join, sep } from 'node:path';
import { isOwnUrl } from './origin';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

export type AssetLookup =
  | { readonly status: 200; readonly path: string; readonly contentType: string }
  | { readonly status: 403 | 404 };

const decodePath = (encoded: string): string | null => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
};

/**
 * File of the page's folder that an address names. 404 for another host, 403 for anything that could lead out of the folder: segments of dots, also when
 * encoded, backslashes, NUL, drive letters, unknown file types.
 */
export const findAsset = (root: string, address: string): AssetLookup => {
  if (!isOwnUrl(address)) return { status: 404 };
  const decoded = decodePath(new URL(address).pathname);
  if (decoded === null || /[\\\0:%]/.test(decoded)) return { status: 403 };
  const segments = decoded.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment.startsWith('.'))) return { status: 403 };
  const path = join(root, ...(segments.length === 0 ? ['index.html'] : segments));
  if (!path.startsWith(root + sep)) return { status: 403 };
  const contentType = contentTypes[extname(path).toLowerCase()];
  return contentType === undefined ? { status: 403 } : { status: 200, path, contentType };
};
