import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLogicalIds, stemOf } from './logical-ids';

describe('logical ids', () => {
  it('read like the element ids', () => {
    const ids = makeLogicalIds();
    expect(ids.of('web-servers')).toBe('WebServers');
    expect(ids.of('web-servers', 'Role')).toBe('WebServersRole');
    expect(ids.of('web-servers', 'Role')).toBe('WebServersRole');
    expect(ids.elements().get('WebServersRole')).toBe('web-servers');
  });

  it('differ where only what letters and digits cannot show differs', () => {
    const ids = ['web-2', 'web2', 'Web2', 'web_2', 'web--2', 'wéb2', '数', '', '__proto__', 'constructor'];
    expect(new Set(ids.map(stemOf)).size).toBe(ids.length);
  });

  it('give the part of one element and another element of the same words two ids', () => {
    const ids = makeLogicalIds();
    expect(ids.of('web', 'Role')).toBe('WebRole');
    expect(ids.of('web-role')).not.toBe('WebRole');
  });

  it('leave resources of the design a name of their own', () => {
    const ids = makeLogicalIds();
    expect(ids.ofDesign('WebRole')).toBe('WebRole');
    expect(ids.of('web', 'Role')).not.toBe('WebRole');
    expect(ids.ofDesign('WebRole')).toBe('WebRole');
    ids.of('monthly-budget');
    expect(ids.ofDesign('MonthlyBudget')).toMatch(/^MonthlyBudget.+/);
    expect([...ids.elements().values()]).toEqual(['web', 'monthly-budget']);
  });

  it('are unique, short enough and of letters and digits, whatever the element ids', () => {
    const part = fc.constantFrom('', 'Role', 'Policy');
    const anyId = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.stringMatching(/^[a-b1-2-]{0,4}$/));
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(anyId, part), { selector: ([id, name]) => `${name} ${id}` }), (pairs) => {
        const ids = makeLogicalIds();
        const given = pairs.map(([id, name]) => ids.of(id, name));
        expect(new Set(given).size).toBe(pairs.length);
        for (const id of given) expect(id).toMatch(/^[A-Za-z0-9]{1,255}$/);
        expect(pairs.map(([id, name]) => ids.of(id, name))).toEqual(given);
      }),
    );
  });
});
