import type { Topology } from '../../shared/topology/topology';
import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import { hashText } from '../plan/logical-ids';
import { designTags, type Tag } from '../plan/tags';
import { conditionsFor } from './environments';
import { nameGroups } from './group-names';
import { type Group, groupResources } from './groups';
import { getAtt, ref } from './intrinsics';
import { conditionedBy, handedValue, stackIdOf } from './nested-outputs';
import { type Reference, rewriteReferences, type Substitute } from './references';
import { tagResource } from './tag-shapes';
import type { Output, Parameter, Resource, Section, Template } from './template';

/** CloudFormation User Guide, "CloudFormation quotas". */
export const MOST_RESOURCES = 500;
export const MOST_NAMES = 200;
export const MOST_NESTED_RESOURCES = 2500;

/** A template that is deployed by way of the root. */
export interface NestedTemplate {
  readonly name: string;
  readonly template: Template;
}

export interface SplitTemplate {
  readonly root: Template;
  readonly nested: readonly NestedTemplate[];
}

/** Names that stand for what another stack has. */
function makeNames(isTaken: (name: string) => boolean): (reference: Reference) => string {
  const used = new Set<string>();
  const known = new Map<string, string>();
  return ({ id, attribute }) => {
    const key = `${id} ${attribute ?? ''}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const plain = `${id}${attribute === null ? 'Ref' : attribute.replace(/[^A-Za-z0-9]/g, '')}`;
    const name = isTaken(plain) || used.has(plain) ? `${plain}${hashText(key).toUpperCase()}` : plain;
    used.add(name);
    known.set(key, name);
    return name;
  };
}

const ADDRESS: Parameter = { Type: 'String', Description: 'From another stack' };
interface Nest {
  readonly groups: readonly Group[];
  readonly homes: ReadonlyMap<string, Group>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** The parameter that says the environment; absent where every environment is the same. */
  readonly environment: string | undefined;
  /** What each group hands out: name → where it comes from. */
  readonly handedOut: Map<Group, Map<string, Reference>>;
  readonly nameFor: (reference: Reference) => string;
}

const mention = ({ id, attribute }: Reference): JsonObject => (attribute === null ? ref(id) : getAtt(id, attribute));

/** The name by which a group's template speaks of something that is not in it. */
function handOver(nest: Nest, reference: Reference): { readonly name: string; readonly home: Group } | undefined {
  const home = nest.homes.get(reference.id);
  if (!home) return undefined;
  const name = nest.nameFor(reference);
  const out = nest.handedOut.get(home) ?? new Map<string, Reference>();
  if (out.size === 0) nest.handedOut.set(home, out);
  if (!out.has(name)) out.set(name, reference);
  return { name, home };
}

const NO_OUTPUTS: ReadonlyMap<string, Output> = new Map();

interface GroupCode {
  readonly group: Group;
  readonly resources: ReadonlyMap<string, Resource>;
  /** What the root gives for the group's parameters. */
  readonly given: ReadonlyMap<string, Json>;
  /** Groups with something that a resource here must wait for. */
  readonly waits: ReadonlySet<Group>;
  /** Groups with something that a resource here speaks of. */
  readonly told: ReadonlySet<Group>;
}

/** A resource that waits for what is here alone, and mentions what `rewrite` makes of its mentions. */
function withParts(
  resource: Resource,
  isHere: (id: string) => boolean,
  rewrite: (value: JsonObject) => JsonObject,
): Resource {
  const { DependsOn, UpdatePolicy, Metadata, Properties } = resource;
  const here = DependsOn?.filter(isHere);
  return {
    ...resource,
    DependsOn: here && here.length > 0 ? here : undefined,
    UpdatePolicy: UpdatePolicy && rewrite(UpdatePolicy),
    Metadata: Metadata && rewrite(Metadata),
    Properties: Properties && rewrite(Properties),
  };
}

/** A group's resources, with parameters in the place of what lies elsewhere, and what the root gives for them. */
function writeGroup(group: Group, nest: Nest): GroupCode {
  const given = new Map<string, Json>();
  const waits = new Set<Group>();
  const told = new Set<Group>();
  const take = (reference: Reference): string | undefined => {
    if (group.resources.has(reference.id)) return undefined;
    if (nest.parameters.has(reference.id)) {
      given.set(reference.id, ref(reference.id));
      return undefined;
    }
    const handed = handOver(nest, reference);
    if (!handed || given.has(handed.name)) return handed?.name;
    told.add(handed.home);
    given.set(handed.name, handedValue(reference, handed.home, handed.name));
    return handed.name;
  };
  const substitute: Substitute = {
    value: (reference) => {
      const name = take(reference);
      return name === undefined ? undefined : ref(name);
    },
    name: take,
  };
  const rewrite = (value: JsonObject): JsonObject => {
    const next = rewriteReferences(value, substitute);
    return isJsonObject(next) ? next : value;
  };
  const resources = new Map<string, Resource>();
  for (const [id, resource] of group.resources) {
    for (const other of resource.DependsOn ?? []) {
      const home = nest.homes.get(other);
      if (home && home !== group) waits.add(home);
    }
    resources.set(
      id,
      withParts(resource, (other) => group.resources.has(other), rewrite),
    );
  }
  const { environment } = nest;
  if (
    environment !== undefined &&
    conditionsFor({ sections: [{ title: '', resources }], outputs: NO_OUTPUTS }, environment).conditions
  )
    given.set(environment, ref(environment));
  return { group, resources, given, waits, told };
}

/** Defaults and checks stand in the root; what arrives below is checked already. */
const plainParameter = ({ Type, Description }: Parameter): Parameter => ({
  Type: /^AWS::SSM::Parameter::Value<(.+)>$/.exec(Type)?.[1] ?? (Type === 'Number' ? 'Number' : 'String'),
  Description,
});

/** The sections of each group, in the order of the whole template. */
function divideSections(
  template: Template,
  homes: ReadonlyMap<string, Group>,
  written: readonly GroupCode[],
): ReadonlyMap<Group, readonly Section[]> {
  const codes = new Map(written.map(({ group, resources }) => [group, resources]));
  const divided = new Map(written.map(({ group }): [Group, Section[]] => [group, []]));
  for (const { title, resources } of template.sections) {
    const parts = new Map<Group, Map<string, Resource>>();
    for (const id of resources.keys()) {
      const group = homes.get(id);
      const resource = group && codes.get(group)?.get(id);
      if (!resource) continue;
      const part = parts.get(group) ?? new Map<string, Resource>();
      parts.set(group, part.set(id, resource));
    }
    for (const [group, part] of parts) divided.get(group)?.push({ title, resources: part });
  }
  return divided;
}

/** A resource of the root: the stack of one group, which waits for others only where no value of theirs says so. */
function stackResource(url: string, { resources, given, waits, told }: GroupCode, tags: readonly Tag[]): Resource {
  const wait = [...waits].filter((group) => !told.has(group)).map(stackIdOf);
  const [condition, ...others] = [...new Set([...resources.values()].map(({ Condition }) => Condition))];
  const resource: Resource = {
    Type: 'AWS::CloudFormation::Stack',
    ...(condition !== undefined && others.length === 0 ? { Condition: condition } : {}),
    ...(wait.length > 0 ? { DependsOn: wait.sort() } : {}),
    DeletionPolicy: 'Delete',
    UpdateReplacePolicy: 'Delete',
    Properties: { TemplateURL: url, ...(given.size > 0 ? { Parameters: Object.fromEntries(given) } : {}) },
  };
  return tagResource(resource, tags);
}

/**
 * Divides a template over nested stacks, by VPC, tier and category. What one stack has and another needs passes through the
 * root: an output there, a parameter here.
 * @param urlOf where the root finds a group's template, beside itself
 */
export function splitTemplate(
  template: Template,
  topology: Topology,
  elements: ReadonlyMap<string, string>,
  urlOf: (name: string) => string,
): SplitTemplate {
  const groups = groupResources(template, nameGroups(topology, elements));
  const homes = new Map<string, Group>();
  for (const group of groups) for (const id of group.resources.keys()) homes.set(id, group);
  const nest: Nest = {
    groups,
    homes,
    parameters: template.parameters,
    environment: template.environment,
    handedOut: new Map(),
    nameFor: makeNames((name) => homes.has(name) || template.parameters.has(name) || template.outputs.has(name)),
  };
  const written = groups.map((group) => writeGroup(group, nest));
  const tags = designTags(topology);
  const outputs = new Map(
    [...template.outputs].map(([id, output]): [string, Output] => {
      const value = rewriteReferences(output.Value, {
        value: (reference) => {
          const handed = handOver(nest, reference);
          return handed && handedValue(reference, handed.home, handed.name);
        },
        name: (reference) => {
          const handed = handOver(nest, reference);
          return handed && `${stackIdOf(handed.home)}.Outputs.${handed.name}`;
        },
      });
      return [id, { ...output, Value: value }];
    }),
  );
  const divided = divideSections(template, nest.homes, written);
  const nested = written.map(({ group, given }): NestedTemplate => {
    const parameters = new Map(
      [...given.keys()].map((name): [string, Parameter] => {
        const own = template.parameters.get(name);
        return [name, own ? plainParameter(own) : ADDRESS];
      }),
    );
    const out = [...(nest.handedOut.get(group) ?? [])].map(([name, reference]): [string, Output] => [
      name,
      { ...conditionedBy(reference, group), Description: 'For another stack', Value: mention(reference) },
    ]);
    const sections = divided.get(group) ?? [];
    const outputs = new Map(out);
    return {
      name: group.name,
      template: {
        description: `${template.description}: ${group.name}`,
        parameters,
        sections,
        outputs,
        ...conditionsFor({ sections, outputs }, template.environment),
      },
    };
  });
  const stacks = written.map((code): [string, Resource] => [
    stackIdOf(code.group),
    stackResource(urlOf(code.group.name), code, tags),
  ]);
  const sections = [{ title: 'Nested stacks', resources: new Map(stacks) }];
  const root: Template = {
    description: template.description,
    parameters: template.parameters,
    sections,
    outputs,
    ...conditionsFor({ sections, outputs }, template.environment),
  };
  return { root, nested };
}

/** What of a division CloudFormation would refuse, as sentences; none where it can be deployed. */
export function problemsOfSplit({ root, nested }: SplitTemplate): readonly string[] {
  const count = ({ sections }: Template): number => sections.reduce((sum, { resources }) => sum + resources.size, 0);
  const all = nested.reduce((sum, { template }) => sum + count(template), 0) + count(root);
  const of = (what: string, name: string, number: number, most: number): readonly string[] =>
    number > most ? [`${name} has ${number} ${what}; CloudFormation takes ${most}.`] : [];
  const isDouble = new Set(nested.map(({ name }) => name.replaceAll('-', ''))).size < nested.length;
  return [
    ...(isDouble ? ['Two nested stacks would have the same name; rename the id of a tier or a VPC.'] : []),
    ...of('resources in all its stacks', 'The design', all, MOST_NESTED_RESOURCES),
    ...[{ name: 'The root', template: root }, ...nested].flatMap(({ name, template }) => [
      ...of('resources', name, count(template), MOST_RESOURCES),
      ...of('parameters', name, template.parameters.size, MOST_NAMES),
      ...of('outputs', name, template.outputs.size, MOST_NAMES),
    ]),
  ];
}
