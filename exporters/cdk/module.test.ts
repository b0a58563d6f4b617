import { expect, it } from 'vitest';
import { construct, ident, ts } from './code-writer';
import { makeModule } from './module';
import { makePen } from './pen';

const writeStack = (fill: (stack: ReturnType<typeof makeModule>) => void): string => {
  const head = { folder: 'lib', file: 'shop', className: 'Shop', constructId: 'Shop', doc: 'A shop.' };
  const stack = makeModule(head, makePen());
  stack.addConstant('certificates', ts`new Certificates(this, 'Certificates')`);
  fill(stack);
  return stack.write('Stack', []).text;
};

it('gives a constant its name where another line speaks of it', () => {
  const text = writeStack((stack) => stack.add(ts`use(${ident('certificates')}.shop)`));
  expect(text).toContain('const certificates = new Certificates');
});

it('takes a property of that name for no use of it: an unused constant would not compile', () => {
  const text = writeStack((stack) => stack.add(construct(ts`elbv2.Listener`, 'Listener', { certificates: 'given' })));
  expect(text).toContain('certificates: ');
  expect(text).not.toContain('const certificates');
});
