import { isServiceKind } from '../../shared/catalog/catalog';
import { hasTags } from '../../shared/model/tags';
import type { Service, Topology, Vpc } from '../../shared/topology/topology';
import { compareBy } from '../../shared/util/sorting';
import { planAccess } from '../plan/access';
import type { BudgetPlan } from '../plan/budget';
import { planFunctionNetworks } from '../plan/functions';
import { hashText } from '../plan/logical-ids';
import type { Notes } from '../plan/note';
import type { StackPlan } from '../plan/placement';
import { planSecurity } from '../plan/security-rules';
import type { SubnetPlan } from '../plan/subnets';
import { planSubnets } from '../plan/subnets';
import { designTags, planTags } from '../plan/tags';
import { writeAcknowledgements } from './acknowledgements';
import { writeBudget } from './budget';
import type { CdkContext } from './cdk-context';
import { constantOf, tagWith } from './cdk-context';
import { ident, ts } from './code-writer';
import { writeGrants, writeMessages } from './grants';
import type { Module } from './module';
import { makeModule, makingOf } from './module';
import { kebabOf, makeNames, pascalOf } from './names';
import { writeNetwork } from './network';
import type { Pen } from './pen';
import { makePen } from './pen';
import { writeRecords } from './resources/edge';
import { writeFirewalls } from './resources/firewalls';
import { writeListeners } from './resources/load-balancers';
import { writeMounts } from './resources/mounts';
import { writeRotations } from './rotation';
import { writeSecurityRules } from './security-groups';
import type { StackCode } from './stack-code';
import { type CdkTags, divideTags } from './tags';
import { writers } from './writers';

/** Classes for what lies in no VPC; `order` is when the stack makes them. */
const REGIONAL: Readonly<Record<string, { readonly name: string; readonly doc: string }>> = {
  'kms-key': { name: 'Keys', doc: 'Keys that encrypt what the other constructs keep.' },
  's3-bucket': { name: 'Storage', doc: 'Buckets and tables.' },
  'dynamodb-table': { name: 'Storage', doc: 'Buckets and tables.' },
  'sqs-queue': { name: 'Messaging', doc: 'Queues and topics.' },
  'sns-topic': { name: 'Messaging', doc: 'Queues and topics.' },
  'kinesis-stream': { name: 'Streams', doc: 'Streams of records.' },
  'api-gateway': { name: 'Apis', doc: 'Addresses that hand requests to functions.' },
  'lambda-function': { name: 'Functions', doc: 'Functions and their logs.' },
  cloudtrail: { name: 'Auditing', doc: 'What records who did what in the account.' },
  cloudfront: { name: 'Edge', doc: 'Distributions, near the users.' },
  certificate: { name: 'Certificates', doc: 'Proofs of who answers to a name.' },
  'waf-web-acl': { name: 'Firewalls', doc: 'What looks at web requests first.' },
  secret: { name: 'Secrets', doc: 'Passwords and tokens that programs ask for.' },
  'route53-zone': { name: 'Domains', doc: 'Domains whose names lead here.' },
  'cloudwatch-alarm': { name: 'Monitoring', doc: 'Alarms.' },
};
const BEFORE = [
  'Keys',
  'Domains',
  'Certificates',
  'Firewalls',
  'Secrets',
  'Storage',
  'Auditing',
  'Messaging',
  'Streams',
];
const AFTER_TIERS = ['Functions', 'Apis'];
const AFTER_WIRING = ['Edge', 'Monitoring'];
const COSTS = 'Costs';

interface Catalogue {
  readonly root: Module;
  moduleOf(service: Service): Module;
  networkOf(vpc: Vpc): Module;
  byName(name: string): Module | undefined;
  /** The class for what watches the bill. */
  costs(): Module;
  acknowledgements(): Module;
  networks(): readonly Module[];
  tiers(): readonly Module[];
}

const GATEWAYS: ReadonlySet<string> = new Set([
  'nat-gateway',
  'internet-gateway',
  'gateway-endpoint',
  'vpn-connection',
]);

function makeCatalogue(folder: string, stackName: string, pen: Pen, keepsLines: boolean): Catalogue {
  const names = makeNames();
  for (const name of [...Object.values(REGIONAL).map((entry) => entry.name), COSTS, 'Acknowledgements'])
    names(name, name);
  const known = new Map<string, Module>();
  const networks: Module[] = [];
  const tiers: Module[] = [];
  const make = (key: string, className: string, constructId: string, doc: string, into?: Module[]): Module => {
    const found = known.get(key);
    if (found) return found;
    const module = makeModule({ folder, file: kebabOf(className), className, constructId, doc }, pen, keepsLines);
    known.set(key, module);
    into?.push(module);
    return module;
  };
  const networkOf = (vpc: Vpc): Module => {
    const stem = pascalOf(vpc.id);
    const className = names(stem === 'Vpc' ? 'Network' : `${stem}Network`, `network ${vpc.id}`);
    return make(`network ${vpc.id}`, className, className, 'A VPC with its subnets and its ways out.', networks);
  };
  const tierOf = (id: string, suffix: string): Module => {
    const stem = pascalOf(id).replace(/^Tier(?=[A-Z])|Tier$/g, '') || 'Plain';
    const className = names(`${stem}${suffix}`, `tier ${id} ${suffix}`);
    const doc = suffix === 'Tier' ? 'The services of one tier.' : 'Services of a VPC that belong to no tier.';
    return make(`tier ${id} ${suffix}`, className, `${pascalOf(id)}${suffix === 'Tier' ? '' : suffix}`, doc, tiers);
  };
  const homes = new Map<Service, Module>();
  const homeOf = ({ id, kind, vpc, tier }: Service): Module => {
    const regional = REGIONAL[kind];
    if (regional) return make(regional.name, regional.name, regional.name, regional.doc);
    if (vpc && GATEWAYS.has(kind)) return networkOf(vpc);
    if (tier) return tierOf(tier.id, 'Tier');
    return tierOf(vpc?.id ?? hashText(id), 'Services');
  };
  return {
    root: makeModule(
      {
        folder,
        file: kebabOf(stackName),
        className: stackName,
        constructId: stackName,
        doc: 'What the design deploys in one Region.',
      },
      pen,
      keepsLines,
    ),
    networkOf,
    moduleOf(service) {
      const module = homes.get(service) ?? homeOf(service);
      homes.set(service, module);
      return module;
    },
    byName: (name) => known.get(name),
    costs: () => make(COSTS, COSTS, COSTS, 'What watches the bill of the account.'),
    acknowledgements: () => {
      const doc = 'What the AwsSolutions checks of cdk-nag would ask, and why it is as it is.';
      return make('Acknowledgements', 'Acknowledgements', 'Acknowledgements', doc);
    },
    networks: () => networks,
    tiers: () => tiers,
  };
}

/** The elements whose constructs each module holds; none where nothing is tagged. */
function ownersIn(
  { design }: Topology,
  stack: StackPlan,
  subnets: SubnetPlan,
  catalogue: Catalogue,
): ReadonlyMap<Module, readonly string[]> {
  const owners = new Map<Module, string[]>();
  if (!hasTags(design)) return owners;
  const add = (module: Module, id: string): void => {
    const ids = owners.get(module);
    if (ids) ids.push(id);
    else owners.set(module, [id]);
  };
  for (const vpc of stack.vpcs) add(catalogue.networkOf(vpc), vpc.id);
  for (const { vpc, owner } of subnets.all()) add(catalogue.networkOf(vpc), owner);
  for (const service of stack.services) add(catalogue.moduleOf(service), service.id);
  return owners;
}

/** Makes a module's construct in the stack, and tags it. */
function place(module: Module, root: Module, tags: CdkTags): void {
  root.addConstant(constantOf(module), makingOf(module));
  for (const tag of tags.ofModule(module)) root.add(tagWith(ident(constantOf(module)), tag));
}

interface StackWish {
  readonly folder: string;
  readonly stackName: string;
  readonly budget: BudgetPlan | null;
  /** A day such as `2026-03-01`; waivers that ended before it silence nothing. */
  readonly today: string | undefined;
  /** Whether the code is to be merged with that of another environment. */
  readonly isMerged: boolean;
}

/** Writes one stack: what it makes, in the order of need, and then how these are connected. */
export function writeStackCode(
  topology: Topology,
  stack: StackPlan,
  { folder, stackName, budget, today, isMerged }: StackWish,
  notes: Notes,
): StackCode {
  const subnets = planSubnets(stack, notes);
  const networks = planFunctionNetworks(topology, stack, subnets, notes);
  const pen = makePen();
  const catalogue = makeCatalogue(folder, stackName, pen, isMerged);
  const { root } = catalogue;
  const context: CdkContext = {
    topology,
    stack,
    subnets,
    networks,
    security: planSecurity(topology, stack, networks, notes),
    access: planAccess(topology, stack),
    tags: divideTags(planTags(topology, notes), ownersIn(topology, stack, subnets, catalogue), budget !== null),
    pen,
    today,
    root,
    moduleOf: catalogue.moduleOf,
    networkOf: catalogue.networkOf,
  };
  for (const vpc of stack.vpcs) catalogue.networkOf(vpc);
  const writeKinds = (isWanted: (name: string | undefined) => boolean): void => {
    // Records name distributions, so these come first.
    const services = [...stack.services].sort(compareBy(({ kind }) => (kind === 'route53-zone' ? 1 : 0)));
    for (const service of services) {
      const { kind } = service;
      if (isServiceKind(kind) && isWanted(REGIONAL[kind]?.name))
        pen.during([service.id], () => writers[kind](service, context));
    }
  };
  writeKinds((name) => name === undefined || !AFTER_WIRING.includes(name));
  // Spare subnets are known once everybody asked.
  for (const vpc of stack.vpcs) pen.during([vpc.id], () => writeNetwork(vpc, context));
  const pick = (wanted: readonly string[]): readonly Module[] => wanted.flatMap((name) => catalogue.byName(name) ?? []);
  const first = [...pick(BEFORE), ...catalogue.networks(), ...catalogue.tiers(), ...pick(AFTER_TIERS)];
  const made = first.filter((module) => !module.isEmpty());
  for (const tag of context.tags.ofStack) root.add(tagWith(ts`this`, tag));
  for (const module of made) place(module, root, context.tags);
  writeListeners(context);
  writeSecurityRules(context);
  writeFirewalls(context);
  writeMounts(context);
  writeRotations(context);
  writeGrants(context);
  writeMessages(context);
  writeKinds((name) => name !== undefined && AFTER_WIRING.includes(name));
  if (budget) writeBudget(budget, designTags(topology), catalogue.costs(), root);
  const last = pick([...AFTER_WIRING, COSTS]).filter((module) => !module.isEmpty());
  if (last.length > 0) root.heading('What stands before and around all that.');
  for (const module of last) place(module, root, context.tags);
  writeRecords(context);
  const answers = catalogue.acknowledgements();
  writeAcknowledgements(answers, context);
  if (answers.isEmpty()) return { region: stack.region, root, modules: [...made, ...last] };
  root.heading('Why some things are otherwise than cdk-nag would have them.');
  place(answers, root, context.tags);
  return { region: stack.region, root, modules: [...made, ...last, answers] };
}
