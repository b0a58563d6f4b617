import { describe, expect, it } from 'vitest';
import type { Waiver } from '../model/design';
import { parseDesign } from '../model/format/parse';
import { serializeDesign } from '../model/format/serialize';
import { waiversOf } from '../model/waiver';
import { drawSite } from '../testing/drawing';
import { addWaiver } from './add-waiver';
import { deleteElements } from './delete-elements';
import { duplicateElements } from './duplicate-elements';
import { moveElements } from './move-elements';
import { removeWaiver } from './remove-waiver';
import { renameElement } from './rename-element';

const waived = (element: string, fields: Partial<Waiver> = {}): Waiver => ({
  rule: 'AVL-05',
  element,
  reason: ' Test data only ',
  owner: 'Ada',
  created: '2026-01-01',
  ...fields,
});

/** A drawn site whose database is accepted as it is. */
const drawAccepted = () => {
  const drawing = drawSite();
  const { id } = drawing.get('Database');
  drawing.run((design) => addWaiver(design, waived(id)));
  return { drawing, id, list: () => waiversOf(drawing.design()).map(({ rule, element }) => `${rule} ${element}`) };
};

describe('accepting a finding', () => {
  it('keeps one waiver for a rule and element, sorted, and takes it back', () => {
    const { drawing, id, list } = drawAccepted();
    drawing.run((design) => addWaiver(design, waived(id, { reason: 'Better reason', expires: '2027-01-01' })));
    drawing.run((design) => addWaiver(design, waived('*', { rule: 'AVL-01' })));
    expect(list()).toEqual(['AVL-01 *', `AVL-05 ${id}`]);
    expect(waiversOf(drawing.design())[1]).toMatchObject({ reason: 'Better reason', expires: '2027-01-01' });
    drawing.run((design) => removeWaiver(design, { rule: 'AVL-05', element: id }));
    drawing.run((design) => removeWaiver(design, { rule: 'AVL-01', element: '*' }));
    expect('waivers' in drawing.design().header).toBe(false);
    expect(removeWaiver(drawing.design(), { rule: 'AVL-05', element: id })).toMatchObject({ ok: false });
  });

  it.each([
    [{ reason: ' ' }, /Give a reason/],
    [{ owner: '' }, /Say who answers/],
    [{ element: 'gone' }, /no element "gone"/],
    [{ expires: '2026-02-30' }, /"2026-02-30" is not a day/],
    [{ expires: '2025-12-31' }, /would expire on 2025-12-31, before it is made/],
  ])('refuses %j with a sentence', (fields, message) => {
    const { drawing, id } = drawAccepted();
    const outcome = addWaiver(drawing.design(), waived(id, fields));
    expect(outcome.ok ? '' : outcome.error.message).toMatch(message);
  });

  it('stays with an element that is renamed or moved, is not copied, and goes with it', () => {
    const { drawing, id, list } = drawAccepted();
    drawing.run((design) => renameElement(design, { id, name: 'Orders' }));
    drawing.run((design) => moveElements(design, { ids: [id], by: { dx: 8, dy: 0 } }));
    drawing.run((design) => duplicateElements(design, { ids: [id], offset: { dx: 16, dy: 16 }, newId: drawing.newId }));
    expect(list()).toEqual([`AVL-05 ${id}`]);
    drawing.run((design) => addWaiver(design, waived('*')));
    drawing.run((design) => deleteElements(design, { ids: [id] }));
    expect(list()).toEqual(['AVL-05 *']);
  });

  it('is written and read back, and a bad one is named', () => {
    const { drawing, id } = drawAccepted();
    const text = serializeDesign(drawing.design());
    const read = parseDesign(text);
    expect(read.ok && waiversOf(read.value)).toEqual([waived(id, { reason: 'Test data only' })]);
    const tell = (from: string, to: string) => {
      const outcome = parseDesign(text.replace(from, to));
      return outcome.ok ? 'read' : outcome.error.message;
    };
    expect(tell('"Test data only"', '""')).toBe(
      'Waiver number 1: "reason" must be a text that says something, but is "".',
    );
    expect(tell('"2026-01-01"', '"yesterday"')).toBe(
      'Waiver number 1: "created" must be a day such as "2026-03-01", but is "yesterday".',
    );
    expect(tell('"2026-01-01"', '"2026-01-01",\n      "expires": "2025-01-01"')).toBe(
      'Waiver number 1: it expires on 2025-01-01, before it was made on 2026-01-01.',
    );
    expect(tell('"waivers": [', '"waivers": ["all", ')).toBe('Waiver number 1 must be an object, but is "all".');
  });
});
