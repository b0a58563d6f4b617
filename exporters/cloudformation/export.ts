import { isServiceKind } from '../../shared/catalog/catalog';
import type { Topology } from '../../shared/topology/topology';
import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import { MOST_INLINE_BYTES } from '../deploy-guide';
import { planAccess } from '../plan/access';
import { planBudget } from '../plan/budget';
import { countBytes } from '../plan/count-bytes';
import { isAskedFor } from '../plan/firewalls';
import { planFunctionNetworks } from '../plan/functions';
import type { LogicalIds } from '../plan/logical-ids';
import { makeLogicalIds } from '../plan/logical-ids';
import type { Note, Notes } from '../plan/note';
import { collectNotes } from '../plan/note';
import type { StackPlan } from '../plan/placement';
import { placeDesign, planStacks } from '../plan/placement';
import { cutText, toOneLine, toTagValue } from '../plan/plain-text';
import { planSecurity } from '../plan/security-rules';
import { planSubnets } from '../plan/subnets';
import { suppressionsFor } from '../plan/suppressions';
import { planTags } from '../plan/tags';
import { emitBudget } from './budget';
import type { EmitContext } from './emit-context';
import { join, ref } from './intrinsics';
import { MOST_RESOURCES } from './nested';
import { emitSubnets, emitVpc } from './network';
import { parameterize, toParameter } from './parameters';
import { emitters } from './resources';
import { makeSections } from './sections';
import { emitSecurityGroups } from './security-groups';
import { suppress } from './suppress';
import { tagResource } from './tag-shapes';
import type { Output, Parameter, Resource, Template } from './template';
import { toYaml } from './template-to-yaml';
import { toJson } from './to-json';
import { noteUnwrittenLinks } from './unwritten-links';
import { countResources, MOST_BYTES, writeNested } from './write-nested';

export interface ExportedFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Logical id of each resource and parameter → the element it comes from. */
  readonly elements: ReadonlyMap<string, string>;
  /** What whoever deploys may or must give. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Region of the stack; null where the design names none. */
  readonly region: string | null;
  /** Deployed by way of the template before it, which names it. */
  readonly isNested?: true;
}

export interface CloudFormationExport {
  /** One template for each Region of the design; empty for a design without anything to deploy. */
  readonly files: readonly ExportedFile[];
  /** What is left out, assumed, or known not to work. */
  readonly notes: readonly Note[];
}

/** CloudFormation User Guide, "CloudFormation quotas". */
const MOST_OUTPUTS = 200;
const LONGEST_DESCRIPTION = 1024;

interface Collected {
  readonly parameters: Map<string, Parameter>;
  readonly outputs: Map<string, Output>;
  readonly sections: ReturnType<typeof makeSections>;
}

const DYNAMIC_REFERENCE = '{{resolve:';

const SUBSTITUTION = '${';

/**
 * No template of ours resolves anything by `{{resolve:…}}`, and none substitutes outside of `Fn::Sub`; where a setting holds
 * either, it is text and stays text. A linter would take the second for a forgotten `Fn::Sub`, so its two characters part.
 */
function disarm(value: Json): Json {
  if (typeof value === 'string') {
    const text = value.replaceAll(DYNAMIC_REFERENCE, '{ {resolve:');
    return text.includes(SUBSTITUTION) ? join(text.split(/(?<=\$)(?=\{)/), '') : text;
  }
  if (Array.isArray(value)) return value.map(disarm);
  if (!isJsonObject(value) || 'Fn::Sub' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, disarm(item)]));
}

function isArmed(value: Json | undefined): boolean {
  if (typeof value === 'string') return value.includes(DYNAMIC_REFERENCE) || value.includes(SUBSTITUTION);
  if (typeof value !== 'object' || value === null || 'Fn::Sub' in value) return false;
  if (Array.isArray(value)) return value.some(isArmed);
  if (isJsonObject(value)) for (const key in value) if (isArmed(value[key])) return true;
  return false;
}

/** Leaves out empty DependsOn lists and sorts the others. What comes out has every field: one shape is quick to read. */
function tidy(resource: Resource): Required<Resource> {
  const { Type, DependsOn, DeletionPolicy, UpdateReplacePolicy, UpdatePolicy, Metadata, Properties } = resource;
  const disarmed = isArmed(Properties) ? disarm(Properties ?? {}) : Properties;
  return {
    Type,
    DependsOn: DependsOn && DependsOn.length > 0 ? [...new Set(DependsOn)].sort() : undefined,
    DeletionPolicy,
    UpdateReplacePolicy,
    UpdatePolicy,
    Metadata,
    Properties: isJsonObject(disarmed) ? disarmed : undefined,
  };
}

function makeContext(
  topology: Topology,
  stack: StackPlan,
  ids: LogicalIds,
  notes: Notes,
  into: Collected,
  today: string | undefined,
): EmitContext {
  const subnets = planSubnets(stack, notes);
  const networks = planFunctionNetworks(topology, stack, subnets, notes);
  const tags = planTags(topology, notes);
  return {
    topology,
    stack,
    subnets,
    networks,
    security: planSecurity(topology, stack, networks, notes),
    access: planAccess(topology, stack),
    notes,
    id: (elementId, part) => ids.of(elementId, part),
    designId: (part) => ids.ofDesign(part),
    add: (service, part, resource) => {
      const whole = parameterize(service, resource, (parameter) => {
        const id = ids.of(service.id, `${parameter.key.slice(0, 1).toUpperCase()}${parameter.key.slice(1)}`);
        into.parameters.set(id, toParameter(service, parameter));
        return ref(id);
      });
      const told = suppress(whole, suppressionsFor(topology, service, today));
      into.sections.add(service, ids.of(service.id, part), tidy(tagResource(told, tags.of(service.id))));
    },
    addToNetwork: (elementId, part, resource) =>
      into.sections.addToNetwork(ids.of(elementId, part), tidy(tagResource(resource, tags.of(elementId)))),
    addToDesign: (part, resource) =>
      into.sections.addToCosts(ids.ofDesign(part), tidy(tagResource(resource, tags.design))),
    parameter: (id, parameter): JsonObject => {
      into.parameters.set(id, parameter);
      return ref(id);
    },
    output: (service, part, output) => {
      into.outputs.set(ids.of(service.id, part), output);
    },
    tags: (name) => [{ Key: 'Name', Value: toTagValue(name, 'unnamed') }],
  };
}

function writeStack(
  topology: Topology,
  stack: StackPlan,
  stacks: readonly StackPlan[],
  notes: Notes,
  today?: string,
): { template: Template; ids: LogicalIds } {
  const ids = makeLogicalIds();
  const into: Collected = { parameters: new Map(), outputs: new Map(), sections: makeSections() };
  const context = makeContext(topology, stack, ids, notes, into, today);
  // Primary resources take their ids first, so that no part of another element can take them.
  for (const service of stack.services) ids.of(service.id);
  for (const vpc of stack.vpcs) emitVpc(vpc, context);
  emitSecurityGroups(context);
  for (const service of stack.services) if (isServiceKind(service.kind)) emitters[service.kind](service, context);
  emitSubnets(context);
  noteUnwrittenLinks(context);
  const budget = planBudget(topology, stack, stacks);
  if (budget) emitBudget(budget, context);
  const name = cutText(toOneLine(topology.design.header.name), LONGEST_DESCRIPTION - 100) || 'Untitled design';
  const outputs = new Map([...into.outputs].slice(0, MOST_OUTPUTS));
  if (outputs.size < into.outputs.size)
    notes.add(
      'left-out',
      [],
      `${into.outputs.size - outputs.size} outputs are left out: a template has at most ${MOST_OUTPUTS}.`,
    );
  return {
    ids,
    template: {
      description: `${name} (drawn with Stratiform)`,
      parameters: into.parameters,
      sections: into.sections.list(),
      outputs,
    },
  };
}

function noteSize(path: string, text: string, notes: Notes): void {
  const bytes = countBytes(text);
  if (bytes > MOST_INLINE_BYTES)
    notes.add(
      'assumed',
      [],
      `${path} has ${bytes} bytes; above ${MOST_INLINE_BYTES} a template goes through a bucket: aws cloudformation deploy --s3-bucket NAME.`,
    );
}

/** Connections between stacks: each stack lies in one Region and cannot refer to another. */
function noteCrossings(topology: Topology, stacks: readonly StackPlan[], notes: Notes): void {
  const homeOf = (id: string): StackPlan | undefined => stacks.find((stack) => stack.has(id));
  if (stacks.length < 2) return;
  for (const { id, from, to } of topology.links) {
    const [source, target] = [homeOf(from.id), homeOf(to.id)];
    if (!source || !target || source === target) continue;
    if (to.kind === 'waf-web-acl' && from.kind === 'cloudfront' && isAskedFor({ topology, stack: target }, to))
      notes.add(
        'assumed',
        [id],
        `${from.name} is told of ${to.name} by a parameter: deploy the stack of us-east-1 first, it gives the ARN out.`,
      );
    else
      notes.add(
        'left-out',
        [id],
        `${from.name} and ${to.name} lie in different Regions; their connection is left out.`,
      );
  }
}

export interface CloudFormationOptions {
  readonly format: 'yaml' | 'json';
  /** A day such as `2026-03-01`: waivers that ended before it silence nothing. All hold where it is left out. */
  readonly today?: string;
}

interface PlannedStack {
  readonly stack: StackPlan;
  readonly path: string;
  readonly template: Template;
  readonly ids: LogicalIds;
}

/** The templates of a design, before they become text. */
function planTemplates(
  topology: Topology,
  notes: Notes,
  { format, today }: CloudFormationOptions,
): readonly PlannedStack[] {
  const stacks = planStacks(topology, placeDesign(topology, notes));
  noteCrossings(topology, stacks, notes);
  return stacks.flatMap((stack): PlannedStack[] => {
    const { template, ids } = writeStack(topology, stack, stacks, notes, today);
    if (template.sections.length === 0) return [];
    const suffix = stacks.length > 1 && stack.region ? `-${stack.region}` : '';
    return [{ stack, path: `template${suffix}.${format}`, template, ids }];
  });
}

/** What a person must know of an export, whatever it is written as. */
export function noteDesign(topology: Topology): readonly Note[] {
  const notes = collectNotes();
  planTemplates(topology, notes, { format: 'json' });
  return notes.list();
}

/**
 * Writes a design as CloudFormation templates. The same design gives the same bytes, wherever its elements lie on the
 * canvas; logical ids follow from element ids, so that a new name replaces no resource.
 */
export function exportCloudFormation(topology: Topology, options: CloudFormationOptions): CloudFormationExport {
  const { format } = options;
  const notes = collectNotes();
  const files = planTemplates(topology, notes, options).flatMap(({ stack, path, template, ids }): ExportedFile[] => {
    const { parameters } = template;
    const facts = { path, elements: ids.elements(), parameters, region: stack.region };
    const nest = (): ExportedFile[] => [...writeNested(facts, template, { topology, format, notes })];
    if (countResources(template) > MOST_RESOURCES) return nest();
    const text = format === 'yaml' ? toYaml(template) : toJson(template);
    if (countBytes(text) > MOST_BYTES) return nest();
    noteSize(path, text, notes);
    return [{ ...facts, text }];
  });
  return { files, notes: notes.list() };
}
