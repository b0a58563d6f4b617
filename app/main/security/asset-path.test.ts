import { sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAsset } from './asset-path';

const root = '/app/out/renderer';

describe('the page’s files', () => {
  it('are found under the root', () => {
    expect(findAsset(root, 'app://stratiform/')).toMatchObject({ status: 200, path: `${root}/index.html` });
    expect(findAsset(root, 'app://stratiform/assets/a-1.js?x#y')).toMatchObject({
      path: `${root}/assets/a-1.js`,
      contentType: 'text/javascript; charset=utf-8',
    });
  });

  it('are looked for under the root whatever dots stand before them', () => {
    expect(findAsset(root, 'app://stratiform/%2e%2e/../main/index.js')).toMatchObject({
      path: `${root}/main/index.js`,
    });
  });

  it.each([
    'app://stratiform/..%2f..%2fmain/index.js',
    'app://stratiform/..%5c..%5cmain/index.js',
    'app://stratiform/%252e%252e/x.js',
    'app://stratiform/.env.js',
    'app://stratiform/a%00.js',
    'app://stratiform/C:/x.js',
    'app://stratiform/etc/passwd',
    'app://stratiform/%',
  ])('%s is refused', (address) => {
    expect(findAsset(root, address).status).toBe(403);
  });

  it.each([
    'app://other/index.html',
    'app://stratiform.evil/index.html',
    'app://user@stratiform/index.html',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is of another origin', (address) => {
    expect(findAsset(root, address).status).toBe(404);
  });

  it('never lie outside the root', () => {
    const piece = fc.constantFrom('..', '.', '%2e', '%2f', '%5c', '/', '\\', 'a', '.js', ':', '%00', '//');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const asset = findAsset(root, `app://stratiform/${pieces.join('')}`);
        if (asset.status === 200) expect(asset.path.startsWith(root + sep)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
