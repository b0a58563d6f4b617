import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toFileName, withDesignExtension } from './file-names';

it.each([
  ['../../.bashrc', 'bashrc'],
  ['/etc/passwd', 'passwd'],
  ['C:\\Windows\\x.yaml', 'x.yaml'],
  ['..', 'template.yaml'],
  ['', 'template.yaml'],
  ['a\0b\n.yaml', 'ab.yaml'],
  ['CON', '_CON'],
  ['nul.yaml', '_nul.yaml'],
  ['trailing. ', 'trailing'],
  ['Größe 😀.yaml', 'Größe 😀.yaml'],
])('makes of %j the file name %j', (text, expected) => {
  expect(toFileName(text, 'template.yaml')).toBe(expected);
});

it('never leads to another folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = toFileName(text, 'x');
      expect(name).not.toMatch(/[\\/\0]|^\.|^$/);
      expect(name.length).toBeLessThanOrEqual(121);
    }),
  );
});

it('adds the extension once', () => {
  expect(withDesignExtension('/a/b')).toBe('/a/b.stratiform');
  expect(withDesignExtension('/a/b.STRATIFORM')).toBe('/a/b.STRATIFORM');
  expect(withDesignExtension('/a/v1.2')).toBe('/a/v1.2.stratiform');
});
