import { addElement } from '../commands/add-element';
import { connect } from '../commands/connect';
import { fitDesign } from '../layout/fit';
import { type Design, type Element, emptyDesign, type NewId } from '../model/design';
import { applyDiff, compose, type DesignDiff } from '../model/diff';
import type { JsonObject } from '../util/json';
import type { Fault, Result } from '../util/result';

/** Counting ids: `vpc-1`, `subnet-2`… */
export function countingIds(): NewId {
  let count = 0;
  return (kind) => `${kind}-${++count}`;
}

export interface Spot {
  readonly x?: number;
  readonly y?: number;
  readonly name?: string;
  readonly settings?: JsonObject;
}

/** Draws as a person does: every command is followed by the tidying, and elements are spoken of by name. */
export interface Drawing {
  design(): Design;
  newId: NewId;
  /** Runs a command; throws what was refused. Answers with the whole diff, tidying included. */
  run(command: (design: Design) => Result<DesignDiff>): DesignDiff;
  /** The fault of a command that must be refused; the design stays. */
  refusal(command: (design: Design) => Result<DesignDiff>): Fault;
  /** Drops a kind into the container of that name (null: the canvas) and answers with the new element. */
  drop(kind: string, into: string | null, spot?: Spot): Element;
  refuseDrop(kind: string, into: string | null, spot?: Spot): string;
  connect(from: string, to: string, settings?: JsonObject): void;
  /** The element of that name; throws where there is none. */
  get(name: string): Element;
  names(ids: readonly string[]): string[];
}

const applied = (design: Design, diff: DesignDiff): Design => {
  const result = applyDiff(design, diff);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

export function startDrawing(start: Design = emptyDesign('Drawing'), ids: NewId = countingIds()): Drawing {
  let design = start;
  const get = (name: string): Element => {
    const found = [...design.elements.values()].find((element) => element.name === name);
    if (!found) throw new Error(`There is no element named ${name}.`);
    return found;
  };
  const run = (command: (current: Design) => Result<DesignDiff>): DesignDiff => {
    const result = command(design);
    if (!result.ok) throw new Error(result.error.message);
    const changed = applied(design, result.value);
    const tidying = fitDesign(changed);
    design = applied(changed, tidying);
    return compose(result.value, tidying);
  };
  const refusal = (command: (current: Design) => Result<DesignDiff>): Fault => {
    const result = command(design);
    if (result.ok) throw new Error('The command should have been refused.');
    return result.error;
  };
  const adding = (kind: string, into: string | null, { x = 40, y = 60, ...rest }: Spot) => {
    const container = into === null ? null : get(into).id;
    return (current: Design) => addElement(current, { kind, container, at: { x, y }, newId: ids, ...rest });
  };
  return {
    design: () => design,
    newId: ids,
    run,
    refusal,
    get,
    drop: (kind, into, spot = {}) => {
      const before = design.elements;
      run(adding(kind, into, spot));
      const added = [...design.elements.values()].find((element) => !before.has(element.id) && element.kind === kind);
      if (!added) throw new Error(`No ${kind} was added.`);
      return added;
    },
    refuseDrop: (kind, into, spot = {}) => refusal(adding(kind, into, spot)).message,
    connect: (from, to, settings = {}) => {
      run((current) => connect(current, { from: get(from).id, to: get(to).id, settings, newId: ids }));
    },
    names: (list) => list.map((id) => design.elements.get(id)?.name ?? id),
  };
}

/** A Region with a VPC, its zones a, b… and tiers of those roles. */
export function drawNetwork(zones: number, roles: readonly string[]): Drawing {
  const drawing = startDrawing();
  drawing.drop('region', null);
  drawing.drop('vpc', 'Region');
  for (let index = 0; index < zones; index += 1) drawing.drop('availability-zone', 'VPC', { x: 200 + index * 300 });
  for (const [index, role] of roles.entries())
    drawing.drop('tier', 'VPC', { y: 200 + index * 1000, settings: { role } });
  return drawing;
}

/** A load-balanced site over two zones, with its users. */
export function drawSite(): Drawing {
  const drawing = drawNetwork(2, ['load-balancing', 'web', 'database']);
  drawing.drop('users', null, { x: -300 });
  drawing.drop('application-load-balancer', 'Load balancing tier');
  drawing.drop('auto-scaling-group', 'Web tier');
  drawing.drop('rds-instance', 'Database tier');
  drawing.connect('Users', 'Load balancer');
  drawing.connect('Load balancer', 'Auto Scaling group');
  drawing.connect('Auto Scaling group', 'Database');
  return drawing;
}
