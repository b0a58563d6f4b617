import fc from 'fast-check';
import { allDefinitions } from '../catalog/catalog';
import { addElement } from '../commands/add-element';
import { collapseElements } from '../commands/collapse-element';
import { deleteElements } from '../commands/delete-elements';
import { duplicateElements } from '../commands/duplicate-elements';
import { groupElements, ungroupElements } from '../commands/group-elements';
import { lockElements } from '../commands/lock-elements';
import { moveElements } from '../commands/move-elements';
import { orderElements } from '../commands/order-elements';
import { resizeElement } from '../commands/resize-element';
import { setTags } from '../commands/set-tags';
import { setTier } from '../commands/set-tier';
import { setZones } from '../commands/set-zones';
import { fitDesign } from '../layout/fit';
import type { Design, NewId } from '../model/design';
import { applyDiff, type DesignDiff } from '../model/diff';
import type { Result } from '../util/result';
import { countingIds, drawNetwork } from './drawing';

/** One thing a person might do; the numbers choose among what there is. */
export interface Step {
  readonly verb:
    | 'add'
    | 'move'
    | 'carry'
    | 'delete'
    | 'duplicate'
    | 'resize'
    | 'tier'
    | 'collapse'
    | 'lock'
    | 'order'
    | 'zones'
    | 'group'
    | 'ungroup'
    | 'tag';
  readonly kind: string;
  readonly a: number;
  readonly b: number;
  readonly x: number;
  readonly y: number;
}

const STACKINGS = ['front', 'back', 'forward', 'backward'] as const;

const TAG_KEYS = ['Owner', 'Stage', 'CostCenter', 'owner'] as const;

const KINDS = allDefinitions().map(({ kind }) => kind);

export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(
    'add',
    'add',
    'add',
    'move',
    'carry',
    'delete',
    'duplicate',
    'resize',
    'tier',
    'collapse',
    'lock',
    'order',
    'zones',
    'group',
    'ungroup',
    'tag',
  ),
  kind: fc.constantFrom(...KINDS),
  a: fc.nat(200),
  b: fc.nat(200),
  x: fc.integer({ min: -200, max: 1200 }),
  y: fc.integer({ min: -200, max: 1200 }),
});

export const startArbitrary: fc.Arbitrary<Design> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.subarray(['load-balancing', 'web', 'app', 'cache', 'database']))
  .map(([zones, roles]) => drawNetwork(zones, roles).design());

const pick = (design: Design, number: number): string | null => {
  const ids = [...design.elements.keys()];
  return ids[number % (ids.length + 1)] ?? null;
};

/** Adds to the first container, from the `start`th on, that may hold the kind. */
function addSomewhere(design: Design, kind: string, start: number, at: { x: number; y: number }, newId: NewId) {
  const places = [null, ...design.elements.keys()];
  let result = addElement(design, { kind, container: null, at, newId });
  for (let index = 0; index < places.length; index += 1) {
    result = addElement(design, { kind, container: places[(start + index) % places.length] ?? null, at, newId });
    if (result.ok) break;
  }
  return result;
}

/** The command of a step, for the design as it is then. */
export function runStep(design: Design, { verb, kind, a, b, x, y }: Step, newId: NewId): Result<DesignDiff> {
  const container = pick(design, a);
  const id = pick(design, b) ?? '';
  switch (verb) {
    case 'add':
      return addSomewhere(design, kind, a, { x, y }, newId);
    case 'move':
      return moveElements(design, { ids: [id], by: { dx: x, dy: y } });
    case 'carry':
      return moveElements(design, { ids: [id], to: { container, at: { x, y } } });
    case 'delete':
      return deleteElements(design, { ids: a % 4 === 0 ? [id] : [] });
    case 'duplicate':
      return duplicateElements(design, { ids: [id], newId, offset: { dx: 24, dy: 24 } });
    case 'resize':
      return resizeElement(design, { id, frame: { x, y, width: Math.abs(x), height: Math.abs(y) } });
    case 'collapse':
      return collapseElements(design, { ids: [id], collapsed: a % 2 === 0 });
    case 'lock':
      return lockElements(design, { ids: [id], locked: a % 2 === 0 });
    case 'order':
      return orderElements(design, { ids: [id], to: STACKINGS[a % STACKINGS.length] ?? 'front' });
    case 'group':
      return groupElements(design, { ids: container === null ? [id] : [id, container], newId });
    case 'ungroup':
      return ungroupElements(design, { ids: [id] });
    case 'tag':
      return setTags(design, {
        ids: [id],
        tags: { [TAG_KEYS[a % TAG_KEYS.length] ?? '']: b % 3 === 0 ? null : `v${b}` },
      });
    case 'zones':
      return setZones(design, { id, zones: container === null ? [] : [container] });
    case 'tier':
      return setTier(design, { ids: [id], tier: container });
  }
}

/** Designs as they stand after some steps, each one followed by the tidying or not. */
export const drawnArbitrary = (tidy: boolean): fc.Arbitrary<Design> =>
  fc.tuple(startArbitrary, fc.array(stepArbitrary, { maxLength: 14 })).map(([start, steps]) => {
    const newId = countingIds();
    return steps.reduce((design, step) => {
      const result = runStep(design, step, (kind) => `new-${newId(kind)}`);
      const changed = result.ok ? applyDiff(design, result.value) : result;
      if (!changed.ok) return design;
      if (!tidy) return changed.value;
      const tidied = applyDiff(changed.value, fitDesign(changed.value));
      return tidied.ok ? tidied.value : changed.value;
    }, start);
  });
