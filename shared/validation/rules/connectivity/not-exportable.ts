import { definitionOf } from '../../../catalog/catalog';
import { readScaling } from '../../../catalog/scaling-groups';
import type { Element } from '../../../model/design';
import type { Service, Topology } from '../../../topology/topology';
import type { Json, JsonObject } from '../../../util/json';
import { mapDefined } from '../../../util/lists';
import { patchAndSpread } from '../../fixes/patch-and-spread';
import { removeDevelopment } from '../../fixes/remove-development';
import { removeSettings } from '../../fixes/remove-settings';
import { keepsState } from '../../instance-state';
import type { Fix, Rule, Violation } from '../../rule';
import { listNames } from '../../wording';

const reportUnknown = ({ id, name, kind }: Element): Violation => ({
  severity: 'warning',
  elements: [id],
  message: `${name} is of the kind "${kind}", which this version does not know. It is kept in the file, but left out of checks, prices and templates. Open the design with a newer version.`,
  fixes: [{ id: 'update', title: 'Open the design with a newer version', kind: 'manual' }],
});

/** Settings never change, so each is looked at once for its kind. */
const checked = new WeakMap<object, { readonly kind: string; readonly keys: readonly string[] }>();

function illegalKeys(kind: string, settings: JsonObject): readonly string[] {
  const known = checked.get(settings);
  if (known?.kind === kind) return known.keys;
  const issues = definitionOf(kind)?.check(settings) ?? [];
  const keys = [...new Set(issues.map(({ key }) => key.split('.')[0] ?? key))];
  checked.set(settings, { kind, keys });
  return keys;
}

/** Characters of a value that are shown. */
const SHOWN = 60;

function sayValue(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

const say = (keys: readonly string[], values: JsonObject): string =>
  listNames(keys.map((key) => `${key} = ${sayValue(values[key] ?? null)}`));

/** What is deployed in development has the drawn value then, so that nothing fails. */
function checkDevelopment({ id, kind, name, development }: Element): Violation | undefined {
  if (development === undefined) return undefined;
  const keys = illegalKeys(kind, development);
  if (keys.length === 0) return undefined;
  return {
    severity: 'warning',
    elements: [id],
    message: `${name} has values for development that AWS would refuse: ${say(keys, development)}. Templates use those of production there instead. Correct or drop them.`,
    fixes: [
      {
        id: 'use-production',
        title: 'Use the value of production in development too',
        kind: 'auto',
        apply: (design) => removeDevelopment(design, id, keys),
      },
    ],
  };
}

function checkSettings(element: Element): Violation | undefined {
  const keys = illegalKeys(element.kind, element.settings);
  if (keys.length === 0) return undefined;
  return {
    elements: [element.id],
    message: `${element.name} has settings that AWS would refuse: ${say(keys, element.settings)}. Prices and templates use the usual value instead. Correct or drop them.`,
    fixes: [
      {
        id: 'use-default',
        title: 'Use the usual value',
        kind: 'auto',
        apply: (design) => removeSettings(design, element.id, keys),
      },
    ],
  };
}

/** A group of one copy would still be in one zone. */
const twoCopies = ({ element }: Service): JsonObject => {
  const copies = readScaling(element);
  if (!copies) return {};
  const { min, desired, max } = copies;
  return { min: Math.max(2, min), desired: Math.max(2, desired), max: Math.max(2, max) };
};

function placeFix(topology: Topology, service: Service): Fix {
  // A second copy of what keeps state by itself would be the next fault.
  if (keepsState(topology, service))
    return { id: 'place', title: 'Say which Availability Zones it runs in', kind: 'manual' };
  return {
    id: 'place',
    title: 'Run it in two Availability Zones',
    kind: 'auto',
    apply: (design, newId) => patchAndSpread(design, newId, service.id, twoCopies(service)),
  };
}

/** What runs in subnets and has none; load balancers and databases have a rule of their own for it. */
function checkPlace(topology: Topology, service: Service): Violation | undefined {
  const { id, name, subnets, vpc, definition } = service;
  const { scope, family } = definition;
  const has = subnets.length > 0 || vpc === null || scope !== 'spanning';
  if (has || family === 'load-balancer' || family === 'relational') return undefined;
  return {
    elements: [id],
    message: `${name} lies in no subnet, so AWS has nowhere to create it. Say which Availability Zones it runs in.`,
    fixes: [placeFix(topology, service)],
  };
}

export const notExportable: Rule = {
  id: 'CON-13',
  group: 'connectivity',
  byPart: true,
  severity: 'error',
  title: 'Design cannot be exported as drawn',
  why: 'A template that lacks something or holds an illegal value fails halfway through, after minutes of waiting.',
  trigger:
    'A setting has a value that is not allowed, or a group, cache or file system lies in no subnet. A warning for kinds this version does not know, and for such a value in development only.',
  guide: [],
  references: ['cfn-lint E3003 and E3012'],
  check: (topology) => {
    const wrong = mapDefined(topology.elements, checkSettings);
    const unlike = mapDefined(topology.elements, checkDevelopment);
    const told = new Set(wrong.map(({ elements }) => elements[0]));
    const homeless = mapDefined(topology.services, (service) =>
      told.has(service.id) ? undefined : checkPlace(topology, service),
    );
    return [...topology.unknown.map(reportUnknown), ...wrong, ...unlike, ...homeless];
  },
};
