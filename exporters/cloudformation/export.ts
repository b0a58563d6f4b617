import { isServiceKind } from '../../shared/catalog/catalog';
import { resolve } from '../../shared/topology/resolve';
import type { Topology } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import { MOST_INLINE_BYTES } from '../deploy-guide';
import { planAccess } from '../plan/access';
import { planBudget } from '../plan/budget';
import { countBytes } from '../plan/count-bytes';
import { planDevelopment } from '../plan/development';
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
import { noteUnmetSettings } from '../plan/unmet-settings';
import { emitBudget } from './budget';
import type { EmitContext } from './emit-context';
import { mergeTemplates } from './environments';
import { ref } from './intrinsics';
import { MOST_RESOURCES } from './nested';
import { emitSubnets, emitVpc } from './network';
import type { Parameterizer } from './parameters';
import { makeParameterizer } from './parameters';
import { emitters } from './resources';
import { makeSections } from './sections';
import { emitSecurityGroups } from './security-groups';
import { suppress } from './suppress';
import { tagResource } from './tag-shapes';
import type { Output, Parameter, Template } from './template';
import { toYaml } from './template-to-yaml';
import { tidy } from './tidy';
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
  /** The parameter that says the environment; absent where every environment is the same. */
  readonly environment?: string;
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

interface StackWish {
  readonly ids: LogicalIds;
  readonly notes: Notes;
  readonly today: string | undefined;
  /** Resources are let go, after a look at what is noted of them. */
  readonly notesOnly: boolean;
}

interface Collected {
  readonly parameters: Map<string, Parameter>;
  readonly outputs: Map<string, Output>;
  readonly sections: ReturnType<typeof makeSections>;
  readonly parameterizer: Parameterizer;
}

function makeContext(
  topology: Topology,
  stack: StackPlan,
  { ids, notes, today, notesOnly }: StackWish,
  into: Collected,
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
      const whole = into.parameterizer.fill(service, resource);
      const own = tags.of(service.id);
      if (notesOnly) return;
      const told = suppress(whole, suppressionsFor(topology, service, today));
      into.sections.add(service, ids.of(service.id, part), tidy(tagResource(told, own)));
    },
    addToNetwork: (elementId, part, resource) => {
      const own = tags.of(elementId);
      if (!notesOnly) into.sections.addToNetwork(ids.of(elementId, part), tidy(tagResource(resource, own)));
    },
    addToDesign: (part, resource) => {
      if (!notesOnly) into.sections.addToCosts(ids.ofDesign(part), tidy(tagResource(resource, tags.design)));
    },
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

function writeStack(topology: Topology, stack: StackPlan, stacks: readonly StackPlan[], wish: StackWish): Template {
  const { ids, notes } = wish;
  const parameters = new Map<string, Parameter>();
  const parameterizer = makeParameterizer({ topology, stack }, ids, parameters);
  const into: Collected = { parameters, outputs: new Map(), sections: makeSections(), parameterizer };
  const context = makeContext(topology, stack, wish, into);
  // Primary resources take their ids first, so that no part of another element can take them.
  for (const service of stack.services) ids.of(service.id);
  for (const vpc of stack.vpcs) emitVpc(vpc, context);
  emitSecurityGroups(context);
  for (const service of stack.services) if (isServiceKind(service.kind)) emitters[service.kind](service, context);
  emitSubnets(context);
  noteUnwrittenLinks(context);
  noteUnmetSettings(stack, notes);
  parameterizer.noteFixed(stack.services, notes);
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
    description: `${name} (drawn with Stratiform)`,
    parameters: into.parameters,
    sections: into.sections.list(),
    outputs,
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

interface PlanOptions extends CloudFormationOptions {
  /** There will be no templates, and less to do. */
  readonly notesOnly?: boolean;
}

interface PlannedStack {
  readonly stack: StackPlan;
  readonly path: string;
  readonly template: Template;
  readonly ids: LogicalIds;
}

/** The templates of one environment. */
function planEnvironment(
  topology: Topology,
  notes: Notes,
  { format, today, notesOnly = false }: PlanOptions,
  idsOf: (stack: StackPlan) => LogicalIds,
): readonly PlannedStack[] {
  const stacks = planStacks(topology, placeDesign(topology, notes));
  noteCrossings(topology, stacks, notes);
  return stacks.flatMap((stack): PlannedStack[] => {
    const ids = idsOf(stack);
    const template = writeStack(topology, stack, stacks, { ids, notes, today, notesOnly });
    if (template.sections.length === 0) return [];
    const suffix = stacks.length > 1 && stack.region ? `-${stack.region}` : '';
    return [{ stack, path: `template${suffix}.${format}`, template, ids }];
  });
}

/** What holds in development alone, after what holds as drawn. */
function noteDevelopment(found: readonly Note[], notes: Notes): void {
  const known = new Set(notes.list().map((note) => JSON.stringify(note)));
  for (const note of found)
    if (!known.has(JSON.stringify(note))) notes.add(note.kind, note.subjects, `In development: ${note.message}`);
}

/** The templates of a design, before they become text: for production as drawn, and for development where that differs. */
function planTemplates(topology: Topology, notes: Notes, options: PlanOptions): readonly PlannedStack[] {
  const known = new Map<string | null, LogicalIds>();
  // The same ids in both environments, so that what is in both is one resource.
  const idsOf = ({ region }: StackPlan): LogicalIds => {
    const ids = known.get(region) ?? makeLogicalIds();
    known.set(region, ids);
    return ids;
  };
  const drawn = planEnvironment(topology, notes, options, idsOf);
  const design = planDevelopment(topology.design, notes);
  if (!design) return drawn;
  const found = collectNotes();
  const others = planEnvironment(resolve(design), found, options, idsOf);
  noteDevelopment(found.list(), notes);
  return drawn.map((planned) => {
    const other = others.find(({ stack }) => stack.region === planned.stack.region);
    return other ? { ...planned, template: mergeTemplates(planned.template, other.template) } : planned;
  });
}

/** What a person must know of an export, whatever it is written as. */
export function noteDesign(topology: Topology): readonly Note[] {
  const notes = collectNotes();
  planTemplates(topology, notes, { format: 'json', notesOnly: true });
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
    const facts = {
      path,
      elements: ids.elements(),
      parameters,
      region: stack.region,
      ...(template.environment === undefined ? {} : { environment: template.environment }),
    };
    const nest = (): ExportedFile[] => [...writeNested(facts, template, { topology, format, notes })];
    if (countResources(template) > MOST_RESOURCES) return nest();
    const text = format === 'yaml' ? toYaml(template) : toJson(template);
    if (countBytes(text) > MOST_BYTES) return nest();
    noteSize(path, text, notes);
    return [{ ...facts, text }];
  });
  return { files, notes: notes.list() };
}
