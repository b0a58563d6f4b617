import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { camelOf, kebabOf, makeNames, pascalOf } from './names';

describe('names in code', () => {
  it('read like the element ids', () => {
    expect(pascalOf('web-servers')).toBe('WebServers');
    expect(camelOf('web-servers')).toBe('webServers');
    expect(kebabOf('WebServersTier')).toBe('web-servers-tier');
  });

  it('are never words that are taken', () => {
    for (const word of ['class', 'default', 'ec2', 'logs', 'node', 'constructor'])
      expect(camelOf(word)).toBe(`${word}Element`);
  });

  it('are identifiers, whatever the ids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (id) => {
        expect(camelOf(id)).toMatch(/^[a-z][A-Za-z0-9]*$/);
        expect(pascalOf(id)).toMatch(/^[A-Z][A-Za-z0-9]*$/);
      }),
    );
  });

  it('differ for different owners, also where only the case differs', () => {
    const names = makeNames();
    expect(names('Network', 'a')).toBe('Network');
    expect(names('Network', 'a')).toBe('Network');
    expect(names('NETWORK', 'b')).not.toMatch(/^network$/i);
    expect(names('NETWORK', 'b')).toBe(names('NETWORK', 'b'));
  });
});
