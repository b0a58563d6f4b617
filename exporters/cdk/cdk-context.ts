import type { Service, Topology, Vpc } from '../../shared/topology/topology';
import type { Access } from '../plan/access';
import { keyOf } from '../plan/access';
import type { FunctionNetwork } from '../plan/functions';
import { isParameter, parametersOf } from '../plan/parameters';
import type { StackPlan } from '../plan/placement';
import { toTagValue } from '../plan/plain-text';
import type { SecurityPlan } from '../plan/security-rules';
import type { PlannedSubnet, SubnetPlan } from '../plan/subnets';
import type { Tag } from '../plan/tags';
import { classOf } from './class-names';
import type { Code, Fields, Value } from './code-writer';
import { call, construct, ident, list, object, ts } from './code-writer';
import type { Module, Setting } from './module';
import { camelOf, pascalOf } from './names';
import type { Pen } from './pen';
import type { CdkTags } from './tags';

/** The design, the plan of a stack, and the classes it is written into. */
export interface CdkContext {
  readonly topology: Topology;
  readonly stack: StackPlan;
  readonly subnets: SubnetPlan;
  readonly networks: ReadonlyMap<string, FunctionNetwork>;
  readonly security: SecurityPlan;
  readonly access: readonly Access[];
  readonly tags: CdkTags;
  readonly pen: Pen;
  /** A day such as `2026-03-01`; waivers that ended before it silence nothing. */
  readonly today: string | undefined;
  /** The class of the stack itself. */
  readonly root: Module;
  moduleOf(service: Service): Module;
  networkOf(vpc: Vpc): Module;
}

/** The element that a construct is written for, and what it is called. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Name of the constant that holds a module's construct in the stack. */
export const constantOf = (module: Module): string => camelOf(module.file);

const memberOf = (home: Module, service: Service, part: string): string =>
  home.nameFor(`${camelOf(service.id)}${part}`, `${service.id} ${part}`);

/** Something that a module keeps, as code inside of another module sees it. */
function reach(into: Module, home: Module, member: string, type: Code, doc: string, context: CdkContext): Code {
  if (into === home) return ts`this.${ident(member)}`;
  const supply = ts`${ident(constantOf(home))}.${ident(member)}`;
  if (into === context.root) return supply;
  return into.prop(into.nameFor(member, `${home.file} ${member}`), { type, doc, supply });
}

const typeOf = (service: Service, part: string): Code => {
  if (part === 'Connections') return ts`ec2.Connections`;
  return part === 'Domain' ? ts`apigwv2.DomainName` : classOf(service.kind);
};

/** A service's construct, from inside of a module; where it lives elsewhere the stack passes it on. */
export const reachService = (into: Module, service: Service, context: CdkContext, part = ''): Code => {
  const home = context.moduleOf(service);
  const type = typeOf(service, part);
  return reach(into, home, memberOf(home, service, part), type, `${service.definition.title}.`, context);
};

/** Makes a service's construct a member of its module. */
export const keep = (service: Service, value: Code, context: CdkContext, part = ''): Code => {
  const home = context.moduleOf(service);
  const type = typeOf(service, part);
  const member = home.field(memberOf(home, service, part), type);
  home.add(ts`${member} = ${value}`);
  return member;
};

/** The network construct of a VPC. */
export function reachNetwork(into: Module, vpc: Vpc, context: CdkContext): Code {
  const home = context.networkOf(vpc);
  if (into === home) return ts`this`;
  const constant = ident(constantOf(home));
  if (into === context.root) return constant;
  const type = ident(home.className);
  return into.prop(into.nameFor('network', vpc.id), { type, doc: 'The network it lies in.', supply: constant });
}

export const subnetMember = (context: CdkContext, subnet: PlannedSubnet): string =>
  context.networkOf(subnet.vpc).nameFor(`${camelOf(subnet.owner)}${subnet.part}`, `${subnet.owner} ${subnet.part}`);

export const reachSubnet = (into: Module, subnet: PlannedSubnet, context: CdkContext): Code =>
  ts`${reachNetwork(into, subnet.vpc, context)}.${ident(subnetMember(context, subnet))}`;

export const selectSubnets = (into: Module, subnets: readonly PlannedSubnet[], context: CdkContext): Code =>
  object({ subnets: list(subnets.map((subnet) => reachSubnet(into, subnet, context))) });

/** Something that differs by environment: a member of the props, which the app reads from its context. */
export function setting(into: Module, owner: Service, part: string, doc: string, context: CdkContext): Code {
  const name = `${camelOf(owner.id)}${part}`;
  const prop = { type: ts`string`, doc, supply: ts`props.${ident(name)}` };
  if (into !== context.root) into.prop(name, prop);
  return context.root.prop(name, prop);
}

/** One of some texts, as a type. */
const oneOf = (texts: readonly string[]): Code => {
  const [first = '', ...others] = texts;
  return others.reduce((union, text) => ts`${union} | ${text}`, ts`${first}`);
};

/**
 * A setting's value: as it is drawn, or the prop for it where its designer made it a parameter.
 * @param into the module that speaks of it, where that is not the service's own
 */
export function given<T extends Setting>(
  service: Service,
  key: string,
  value: T,
  context: CdkContext,
  into = context.moduleOf(service),
): Value {
  const parameter = isParameter(service, key)
    ? parametersOf(service, context).find((candidate) => candidate.key === key)
    : undefined;
  if (!parameter) return value;
  const name = `${camelOf(service.id)}${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
  const doc = `${parameter.label} of ${service.definition.title}.`;
  const allowed = typeof value === 'string' ? parameter.allowed : undefined;
  const prop = { type: allowed ? oneOf(allowed) : ident(typeof value), doc, supply: ts`props.${ident(name)}` };
  context.root.prop(name, { ...prop, standard: parameter.value, ...(allowed ? { allowed } : {}) });
  return into === context.root ? ts`props.${ident(name)}` : into.prop(name, prop);
}

/** What CDK calls the value of a setting: the drawn one, or the one that whoever deploys gives. */
export const givenConstant = <T extends string>(
  service: Service,
  key: string,
  value: T,
  constants: Readonly<Record<T, Code>>,
  context: CdkContext,
): Code =>
  isParameter(service, key) ? ts`(${object(constants)})[${given(service, key, value, context)}]` : constants[value];

/** The key that a service is encrypted with, where one is drawn. */
export function drawnKey(service: Service, context: CdkContext): Code | undefined {
  const key = keyOf(context.topology, context.stack, service);
  return key ? reachService(context.moduleOf(service), key, context) : undefined;
}

export const nameTag = (target: Code, name: string): Code =>
  call(ts`cdk.Tags.of(${target}).add`, 'Name', toTagValue(name, 'unnamed'));

/** A tag of a construct and of all that is inside of it. */
export const tagWith = (target: Code, { key, value }: Tag): Code => call(ts`cdk.Tags.of(${target}).add`, key, value);

/** Names a construct in its module, and gives it the tags that its element does not share with the whole module. */
export function addTags(home: Module, target: Code, { id, name }: Named, context: CdkContext): void {
  home.add(nameTag(target, name));
  for (const tag of context.tags.ofElement(id, home)) home.add(tagWith(target, tag));
}

/** Creates a service's main construct, keeps it and names it. */
export function create(service: Service, type: Code, props: Fields, context: CdkContext): Code {
  const member = keep(service, construct(type, pascalOf(service.id), props), context);
  addTags(context.moduleOf(service), member, service, context);
  return member;
}

export function output(service: Service, part: string, description: string, value: Code, context: CdkContext): void {
  context.moduleOf(service).add(construct(ts`cdk.CfnOutput`, `${pascalOf(service.id)}${part}`, { description, value }));
}

/** Tells CDK that a warning of its own is meant to be so; the reason is ours. */
export const acknowledge = (home: Module, warning: string, reason: string): void =>
  home.add(call(ts`cdk.Annotations.of(this).acknowledgeWarning`, warning, reason));
