import { eachName, render } from './code-layout';
import type { Code, Value } from './code-writer';
import { construct, ident, ts } from './code-writer';
import type { ModuleText, Owned } from './join-lines';
import { joinLines } from './join-lines';
import { makeNames } from './names';
import type { Pen } from './pen';

/** Where CDK's modules live; the alias is how the code calls them. */
const MODULES: Readonly<Record<string, string>> = {
  cdk: 'aws-cdk-lib',
  acm: 'aws-cdk-lib/aws-certificatemanager',
  actions: 'aws-cdk-lib/aws-cloudwatch-actions',
  apigateway: 'aws-cdk-lib/aws-apigateway',
  apigwv2: 'aws-cdk-lib/aws-apigatewayv2',
  authorizers: 'aws-cdk-lib/aws-apigatewayv2-authorizers',
  autoscaling: 'aws-cdk-lib/aws-autoscaling',
  budgets: 'aws-cdk-lib/aws-budgets',
  cloudfront: 'aws-cdk-lib/aws-cloudfront',
  cloudtrail: 'aws-cdk-lib/aws-cloudtrail',
  cloudwatch: 'aws-cdk-lib/aws-cloudwatch',
  dynamodb: 'aws-cdk-lib/aws-dynamodb',
  ec2: 'aws-cdk-lib/aws-ec2',
  ecr: 'aws-cdk-lib/aws-ecr',
  ecs: 'aws-cdk-lib/aws-ecs',
  efs: 'aws-cdk-lib/aws-efs',
  elasticache: 'aws-cdk-lib/aws-elasticache',
  elbTargets: 'aws-cdk-lib/aws-elasticloadbalancingv2-targets',
  elbv2: 'aws-cdk-lib/aws-elasticloadbalancingv2',
  iam: 'aws-cdk-lib/aws-iam',
  integrations: 'aws-cdk-lib/aws-apigatewayv2-integrations',
  kinesis: 'aws-cdk-lib/aws-kinesis',
  kms: 'aws-cdk-lib/aws-kms',
  lambda: 'aws-cdk-lib/aws-lambda',
  logs: 'aws-cdk-lib/aws-logs',
  notifications: 'aws-cdk-lib/aws-s3-notifications',
  origins: 'aws-cdk-lib/aws-cloudfront-origins',
  rds: 'aws-cdk-lib/aws-rds',
  route53: 'aws-cdk-lib/aws-route53',
  s3: 'aws-cdk-lib/aws-s3',
  secretsmanager: 'aws-cdk-lib/aws-secretsmanager',
  sns: 'aws-cdk-lib/aws-sns',
  sources: 'aws-cdk-lib/aws-lambda-event-sources',
  sqs: 'aws-cdk-lib/aws-sqs',
  subscriptions: 'aws-cdk-lib/aws-sns-subscriptions',
  targets: 'aws-cdk-lib/aws-route53-targets',
  wafv2: 'aws-cdk-lib/aws-wafv2',
};

const NAMESPACES: ReadonlySet<string> = new Set(Object.keys(MODULES));

/** A member of a construct's props, and what the stack gives for it. */
interface Prop {
  readonly type: Code;
  readonly doc: string;
  readonly supply: Code;
  /** What the design says, for props that whoever deploys may give. */
  readonly standard?: Setting;
  /** What may be given, where only a few texts may. */
  readonly allowed?: readonly string[];
}

/** A value that differs by environment. */
export type Setting = string | number | boolean;

/** One class in a file of its own: a construct, or the stack. */
export interface Module {
  /** Folder, without a slash at the end, and the name without its ending. */
  readonly folder: string;
  readonly file: string;
  readonly className: string;
  /** Id of the construct in its stack. */
  readonly constructId: string;
  /** What the class is for; our own words. */
  readonly doc: string;
  /** Adds a line to the constructor. */
  add(statement: Code): void;
  /** Adds a constant to the constructor; its name is left out where no other line speaks of it. */
  addConstant(name: string, value: Code): void;
  /** A blank line and a comment of our own words. */
  heading(text: string): void;
  /** A public member; `this.name`. */
  field(name: string, type: Code): Code;
  /** A member of the props; the same name twice is one. `props.name`. */
  prop(name: string, prop: Prop): Code;
  /** Name that no other member has. */
  nameFor(wish: string, owner: string): string;
  readonly props: ReadonlyMap<string, Prop>;
  /** What stands in the constructor so far, where the module keeps its lines as they were added. */
  lines(): readonly Owned<Line>[];
  /** Puts other lines in their place. */
  rewrite(lines: readonly Owned<Line>[]): void;
  readonly isEmpty: () => boolean;
  /** The file; `imports` are further lines for its head. */
  write(base: 'Construct' | 'Stack', imports: readonly string[]): ModuleText;
}

/** A constant gets its name where another line speaks of it. */
interface Constant {
  readonly name: string;
  readonly value: Code;
}

/** A line of a constructor as it is added: a statement, a constant, a comment, or statements that run where a condition holds. */
export type Line =
  | { readonly statement: Code }
  | { readonly constant: Constant }
  | { readonly heading: string }
  | { readonly condition: Code; readonly statements: readonly Code[] };

/** What a class mentions: namespaces of CDK, and constants that were declared before. */
interface Mentions {
  read(code: Code): void;
  readType(type: Code): void;
  declare(name: string): void;
  has(constant: string): boolean;
  /** Import lines of the namespaces, in the order of their paths. */
  imports(): readonly string[];
}

function makeMentions(): Mentions {
  const namespaces = new Set<string>();
  const declared = new Set<string>();
  const mentioned = new Set<string>();
  const addNamespace = (name: string, hasMember: boolean): void => {
    if (hasMember && NAMESPACES.has(name)) namespaces.add(name);
  };
  return {
    read: (code) =>
      eachName(code, declared.size > 0, (name, hasMember) => {
        addNamespace(name, hasMember);
        if (declared.has(name)) mentioned.add(name);
      }),
    readType: (type) => eachName(type, false, addNamespace),
    declare: (name) => declared.add(name),
    has: (constant) => mentioned.has(constant),
    imports: () =>
      [...namespaces]
        .sort((a, b) => ((MODULES[a] ?? '') < (MODULES[b] ?? '') ? -1 : 1))
        .map((name) => `import * as ${name} from '${MODULES[name]}';`),
  };
}

const propLines = (props: ReadonlyMap<string, Prop>): readonly string[] =>
  [...props].flatMap(([name, { type, doc }]) => [`  /** ${doc} */`, `  readonly ${name}: ${render(type, 2)};`]);

interface Head {
  readonly folder: string;
  readonly file: string;
  readonly className: string;
  readonly constructId: string;
  readonly doc: string;
}

/** Zones by position, in every stack. */
const ZONES = [
  '',
  '  /** Zones by position: accounts see different ones, and no look-up is needed to synthesise. */',
  '  override get availabilityZones(): string[] {',
  '    return [0, 1, 2].map((index) => cdk.Fn.select(index, cdk.Fn.getAzs()));',
  '  }',
];

interface Content {
  readonly body: readonly Owned<string>[];
  readonly fields: ReadonlyMap<string, Code>;
  readonly props: ReadonlyMap<string, Prop>;
}

const NOBODY: readonly string[] = [];
const unowned = (line: string): Owned<string> => ({ line, owners: NOBODY });

function writeClass(
  head: Head,
  { body, fields, props }: Content,
  kind: 'Construct' | 'Stack',
): readonly Owned<string>[] {
  const isStack = kind === 'Stack';
  const propsName = `${head.className}Props`;
  const hasProps = props.size > 0 || isStack;
  const declared = [`export interface ${propsName}${isStack ? ' extends cdk.StackProps' : ''} {`, ...propLines(props)];
  const before = [
    ...(hasProps ? [...declared, '}', ''] : []),
    `/** ${head.doc} */`,
    `export class ${head.className} extends ${isStack ? 'cdk.Stack' : 'Construct'} {`,
    ...[...fields].map(([name, type]) => `  readonly ${name}: ${render(type, 2)};`),
    ...(fields.size > 0 ? [''] : []),
    `  constructor(scope: Construct, id: string${hasProps ? `, props: ${propsName}` : ''}) {`,
    isStack ? '    super(scope, id, props);' : '    super(scope, id);',
  ];
  return [...before.map(unowned), ...body, ...['  }', ...(isStack ? ZONES : []), '}', ''].map(unowned)];
}

const end = (code: Code): Code => ts`${code};`;
/** A line of a constructor. */
const lineOf = (statement: Code, indent = 4): string => `${' '.repeat(indent)}${render(statement, indent)}`;

/** Lines as they are laid out; constants wait for whoever speaks of them. */
function makeBody(mentions: Mentions) {
  const body: Owned<string | Constant>[] = [];
  const settle = (line: string | Constant): string => {
    if (typeof line === 'string') return line;
    return lineOf(end(mentions.has(line.name) ? ts`const ${ident(line.name)} = ${line.value}` : line.value));
  };
  return {
    isEmpty: () => body.length === 0,
    put(line: Line, owners: readonly string[]): void {
      if ('heading' in line) body.push(unowned(''), unowned(`    // ${line.heading}`));
      else if ('constant' in line) {
        mentions.read(line.constant.value);
        mentions.declare(line.constant.name);
        body.push({ line: line.constant, owners });
      } else if ('statement' in line) {
        const statement = end(line.statement);
        mentions.read(statement);
        body.push({ line: lineOf(statement), owners });
      } else {
        const statements = line.statements.map(end);
        for (const code of [line.condition, ...statements]) mentions.read(code);
        const inner = statements.map((statement) => `${lineOf(statement, 6)}\n`).join('');
        body.push({ line: `    if (${render(line.condition, 8)}) {\n${inner}    }`, owners });
      }
    },
    settled: (): readonly Owned<string>[] => body.map(({ line, owners }) => ({ line: settle(line), owners })),
  };
}

/** @param keepsLines as they are added, until the file is written: for whoever wants to change them */
export function makeModule(head: Head, pen: Pen, keepsLines = false): Module {
  const mentions = makeMentions();
  const body = makeBody(mentions);
  const kept: Owned<Line>[] = [];
  const add = (line: Line): void => {
    if (keepsLines) kept.push({ line, owners: pen.owners() });
    else body.put(line, pen.owners());
  };
  const fields = new Map<string, Code>();
  const props = new Map<string, Prop>();
  return {
    ...head,
    props,
    lines: () => [...kept],
    rewrite: (lines) => {
      kept.splice(0, kept.length, ...lines);
    },
    nameFor: makeNames(),
    isEmpty: () => body.isEmpty() && kept.length === 0,
    add: (statement) => add({ statement }),
    addConstant: (name, value) => add({ constant: { name, value } }),
    heading: (text) => add({ heading: text }),
    field(name, type) {
      fields.set(name, type);
      mentions.readType(type);
      return ts`this.${ident(name)}`;
    },
    prop(name, prop) {
      if (!props.has(name)) {
        props.set(name, prop);
        mentions.readType(prop.type);
      }
      return ts`props.${ident(name)}`;
    },
    write(kind, imports) {
      for (const { line, owners } of kept.splice(0)) body.put(line, owners);
      if (kind === 'Stack') mentions.readType(ts`cdk.Stack`);
      const top = [...mentions.imports(), `import { Construct } from 'constructs';`, ...imports, ''];
      return joinLines([...top.map(unowned), ...writeClass(head, { body: body.settled(), fields, props }, kind)]);
    },
  };
}

/** How the stack makes a module's construct, with the props that the module asked for. */
export function makingOf({ className, constructId, props }: Module): Code {
  const supplies = [...props].map(([name, { supply }]): [string, Value] => [name, supply]);
  return construct(ident(className), constructId, supplies.length > 0 ? Object.fromEntries(supplies) : undefined);
}
