import { describe, expect, it } from 'vitest';
import { designText, makeTestBench } from '../testing/make-test-bench';
import { keepTemplate } from './keep-template';
import { openTemplate } from './open-document';

describe('a template', () => {
  it('is made of designs only', async () => {
    const { bench } = await makeTestBench();
    const keep = (text: string) => keepTemplate(bench, { name: ' Mine ', text, replaces: null });
    expect(await keep('{"a": 1}')).toMatchObject({ ok: false, code: 'not-a-design' });
    expect(await keep(designText('x'))).toMatchObject({ ok: true });
    expect((await bench.templates.list()).map(({ name }) => name)).toEqual(['Mine']);
  });

  it('is replaced where asked, and opens as a copy without a file', async () => {
    const { bench } = await makeTestBench();
    const first = await keepTemplate(bench, { name: 'Landing zone', text: designText('1'), replaces: null });
    if (!first.ok) throw new Error(first.message);
    const { id } = first.value;
    await keepTemplate(bench, { name: 'Landing zone', text: designText('2'), replaces: id });
    expect(await bench.templates.list()).toHaveLength(1);
    expect(await openTemplate(bench, id)).toMatchObject({
      ok: true,
      value: { name: 'Landing zone', text: designText('2'), folder: null, revision: null, dirty: false },
    });
    expect(await openTemplate(bench, 'f'.repeat(32))).toMatchObject({ ok: false, code: 'not-found' });
  });
});
