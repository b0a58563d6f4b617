import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from './code';
import { eachName, render } from './code-layout';
import { call, construct, ident, list, object, quote, ts } from './code-writer';

/** The value of a piece of code that is a literal or made of literals. */
const evaluate = (code: string): unknown => new Function(`return (${code});`)();

const namesIn = (code: Code): readonly string[] => {
  const names: string[] = [];
  eachName(code, true, (name) => names.push(name));
  return names;
};

describe('the code writer', () => {
  it('makes a literal of every text, which says the same text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const code = quote(text);
        expect(code).not.toMatch(/[\n\r\u2028\u2029\p{Cf}\p{Cs}]/u);
        expect(evaluate(code)).toBe(text.replaceAll('{Token[', '{ Token[').replaceAll('{{resolve:', '{ {resolve:'));
      }),
    );
  });

  it('takes apart what CDK would read as one of its own tokens', () => {
    expect(quote(`\${Token[TOKEN.1]} #{Token[A.2]} {{resolve:ssm:x}}`)).not.toMatch(/\{Token\[|\{\{resolve:/);
  });

  it('keeps values apart from code', () => {
    expect(render(ts`f(${`'); process.exit(); ('`})`, 0)).toBe(String.raw`f('\'); process.exit(); (\'')`);
    expect(namesIn(ts`f(${'ec2.Vpc'}, s3.Bucket)`)).toEqual(['f', 's3']);
    expect(render(object({ 'a b': 1, "it's": true, plain: 'x', none: undefined }), 0)).toBe(
      String.raw`{ 'a b': 1, 'it\'s': true, plain: 'x' }`,
    );
  });

  it('refuses names that are none', () => {
    for (const name of ['', '1a', 'a-b', 'a b', "a'", 'a;b', 'é'])
      expect(() => ident(name)).toThrow('Not an identifier');
  });

  it('breaks long calls behind their last argument', () => {
    const long = construct(ts`ec2.Vpc`, 'Vpc', { cidr: 'x'.repeat(60), zones: list(['a', 'b']) });
    expect(render(long, 4).split('\n')).toEqual([
      `new ec2.Vpc(this, 'Vpc', {`,
      `      cidr: '${'x'.repeat(60)}',`,
      `      zones: ['a', 'b'],`,
      '    })',
    ]);
    expect(render(call(ts`f`, 1, 2), 0)).toBe('f(1, 2)');
  });
});
