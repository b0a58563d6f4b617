import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, toDescription, toGroupDescription, toOneLine, toTagValue } from './plain-text';

const anyText = fc.string({ unit: 'binary', maxLength: 600 });

describe('text that somebody typed', () => {
  it('stays as it is where every service takes it', () => {
    expect(toTagValue('Web servers (eu)/1', 'x')).toBe('Web servers -eu-/1');
    expect(toTagValue('Ünïcödé 数据库', 'x')).toBe('Ünïcödé 数据库');
    expect(toGroupDescription('Web to Database, tcp/5432', 'x')).toBe('Web to Database, tcp/5432');
  });

  it('loses what templates would read', () => {
    expect(toTagValue(`\${AWS::AccountId}`, 'x')).toBe('AWS:AccountId');
    expect(toDescription('{{resolve:secretsmanager:admin}}', 'x')).toBe('resolve:secretsmanager:admin');
    expect(toOneLine('two\r\nlines\u2028more')).toBe('two lines more');
  });

  it('has a fallback where nothing is left', () => {
    expect(toTagValue('"\'`\u0000', 'unnamed')).toBe('unnamed');
    expect(toGroupDescription(' ', 'Database')).toBe('Database');
  });

  it('suits the services, whatever it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(toTagValue(text, 'x')).toMatch(/^[\p{L}\p{M}\p{N}\p{Zs}_.:/=+\-@]{1,256}$/u);
        expect(toGroupDescription(text, 'x')).toMatch(/^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;!*]{1,255}$/);
        expect(toDescription(text, 'x')).toMatch(/^[\x20-\x7e]{1,255}$/);
        expect(toOneLine(text)).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('is never cut inside a character', () => {
    expect(cutText('ab😀', 3)).toBe('ab');
    expect(cutText('ab😀', 4)).toBe('ab😀');
  });
});
