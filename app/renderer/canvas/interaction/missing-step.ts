import { definitionOf } from '../../../../shared/catalog/catalog';
import { addElement } from '../../../../shared/commands/add-element';
import type { Design, NewId } from '../../../../shared/model/design';
import { applyDiff, compose, type DesignDiff } from '../../../../shared/model/diff';
import type { JsonObject } from '../../../../shared/util/json';
import { ok, type Result } from '../../../../shared/util/result';
import type { Point } from '../geometry/rect';

/** What is to be added, and where: a container and a place in it. */
export interface Wanted {
  readonly kind: string;
  readonly settings?: JsonObject;
  readonly container: string | null;
  readonly at: Point;
}

interface Step {
  readonly kind: string;
  readonly what: string;
  readonly settings?: JsonObject;
}

/** An element together with the one thing it lacked. */
export interface Completed {
  /** "a subnet" */
  readonly what: string;
  command(design: Design): Result<DesignDiff>;
}

const ZONE: Step = { kind: 'availability-zone', what: 'an Availability Zone' };
const SUBNET: Step = { kind: 'subnet', what: 'a subnet' };
const PUBLIC_SUBNET: Step = { ...SUBNET, what: 'a public subnet', settings: { exposure: 'public' } };

/** Things whose want keeps an element of a kind from lying somewhere, the likeliest first. */
function stepsFor(kind: string): readonly Step[] {
  const definition = definitionOf(kind);
  if (definition?.scope === 'zonal') return kind === 'nat-gateway' ? [PUBLIC_SUBNET, ZONE] : [SUBNET, ZONE];
  if (definition?.scope !== 'spanning') return [];
  const role = definition.tierRole;
  return role === undefined ? [SUBNET] : [{ kind: 'tier', what: 'a tier', settings: { role } }, SUBNET];
}

/** Within what was added first; the layout finds the very place. */
const INSIDE: Point = { x: 16, y: 40 };

function addBoth(design: Design, step: Step, wanted: Wanted, newId: NewId): Result<DesignDiff> {
  const { kind, settings, container, at } = wanted;
  const first = addElement(design, { ...step, container, at, newId });
  const between = first.ok ? applyDiff(design, first.value) : first;
  if (!first.ok) return first;
  if (!between.ok) return between;
  const added = [...first.value.elements.values()].find(({ from, to }) => from === null && to?.kind === step.kind)?.to;
  // A zone brings the subnets of the tier that was meant.
  const place = added && step !== ZONE ? { container: added.id, at: INSIDE } : { container, at };
  const second = addElement(between.value, { kind, newId, ...place, ...(settings && { settings }) });
  return second.ok ? ok(compose(first.value, second.value)) : second;
}

/** The one thing that is missing for an element to lie where it was dropped; undefined where one would not do. */
export function findMissingStep(design: Design, wanted: Wanted, newId: NewId): Completed | undefined {
  let count = 0;
  const trial: NewId = (kind) => `${kind} ${++count}`;
  const step = stepsFor(wanted.kind).find((candidate) => addBoth(design, candidate, wanted, trial).ok);
  return step && { what: step.what, command: (current) => addBoth(current, step, wanted, newId) };
}
