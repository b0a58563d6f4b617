import { compareBy } from '../../shared/util/sorting';
import { constantOf } from './cdk-context';
import { eachName, render } from './code-layout';
import { writeTree } from './code-tree';
import type { Code } from './code-writer';
import { ident, object, ts } from './code-writer';
import type { Owned } from './join-lines';
import { type Differences, declaredBy, headOf, literalType, mergeCode } from './merge-code';
import type { Line, Module } from './module';
import { makingOf } from './module';
import { camelOf } from './names';
import type { SettingValues, StackCode, StackEnvironments } from './stack-code';
import { ENVIRONMENT_PROP } from './stack-code';

const ENVIRONMENT = ident('Environment');
const DOC = 'Which environment this is.';

/** Collects values under names that say what they are for. */
function makeSettings() {
  const settings = new Map<string, SettingValues>();
  return {
    settings,
    name(owner: string, key: string, values: SettingValues): string {
      const wish = `${owner}${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
      const isSame = (name: string): boolean => {
        const known = settings.get(name);
        return (
          known === undefined ||
          (known.production.literal === values.production.literal &&
            known.development.literal === values.development.literal)
        );
      };
      let name = wish;
      for (let number = 2; !isSame(name); number += 1) name = `${wish}${number}`;
      settings.set(name, values);
      return name;
    },
  };
}

type Pair = readonly [production: Owned<Line> | undefined, development: Owned<Line> | undefined];

const signatureOf = ({ line }: Owned<Line>): string => {
  if ('heading' in line) return `# ${line.heading}`;
  if ('constant' in line) return `const ${line.constant.name}`;
  return headOf('statement' in line ? line.statement : line.condition);
};

/** Lines of both, in order; those about the same beside each other (longest common subsequence). */
function alignLines(production: readonly Owned<Line>[], development: readonly Owned<Line>[]): readonly Pair[] {
  const [a, b] = [production.map(signatureOf), development.map(signatureOf)];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) pairs.push([production[i++], development[j++]]);
    else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) pairs.push([production[i++], undefined]);
    else pairs.push([undefined, development[j++]]);
  }
  return pairs;
}

const codeOf = ({ line }: Owned<Line>): readonly Code[] => {
  if ('heading' in line) return [];
  if ('constant' in line) return [line.constant.value];
  return 'statement' in line ? [line.statement] : [line.condition, ...line.statements];
};

function mentions(line: Owned<Line>, name: string): boolean {
  let found = false;
  for (const code of codeOf(line))
    eachName(code, true, (other) => {
      found ||= other === name;
    });
  return found;
}

/** Merges the classes of one stack; the ones for production become those for both. */
class StackMerger {
  readonly #names = makeSettings();
  readonly #users = new Map<Module, { asksSettings: boolean }>();
  readonly #unlike = new Set<string>();

  #differencesOf(module: Module, owners: readonly string[]): Differences {
    const use = (asksSettings: boolean): void => {
      const known = this.#users.get(module);
      this.#users.set(module, { asksSettings: asksSettings || (known?.asksSettings ?? false) });
    };
    return {
      setting: (key, production, development) => {
        use(true);
        const [owner] = owners;
        const prefix = owner === undefined ? camelOf(module.file) : camelOf(owner);
        const name = this.#names.name(prefix, key.replace(/[^A-Za-z0-9]/g, ''), { production, development });
        return ts`settings.${ident(name)}`;
      },
      isDevelopment: () => {
        use(false);
        return ts`props.environment === ${'development'}`;
      },
    };
  }

  #refuse(lines: readonly Owned<Line>[]): void {
    for (const { owners } of lines) for (const owner of owners) this.#unlike.add(owner);
  }

  #mergePair(module: Module, a: Owned<Line>, b: Owned<Line>): Owned<Line> {
    const by = this.#differencesOf(module, a.owners);
    if ('constant' in a.line && 'constant' in b.line) {
      const value = mergeCode(a.line.constant.value, b.line.constant.value, by);
      if (value) return { ...a, line: { constant: { name: a.line.constant.name, value } } };
    }
    if ('statement' in a.line && 'statement' in b.line) {
      const statement = mergeCode(a.line.statement, b.line.statement, by);
      if (statement) return { ...a, line: { statement } };
    }
    if ('heading' in a.line) return a;
    this.#refuse([a]);
    return a;
  }

  /** Lines of one environment alone: inside of a condition, where nothing outside speaks of what they declare. */
  #wrap(module: Module, run: readonly Owned<Line>[], isDevelopment: boolean, others: readonly Owned<Line>[]) {
    const code = run.flatMap(({ line }): readonly Code[] => ('statement' in line ? [line.statement] : []));
    const isSelfContained = code.every((statement) => {
      const name = declaredBy(statement);
      if (name === undefined) return true;
      return !statement.marked.startsWith('this.') && !others.some((other) => mentions(other, name));
    });
    if (code.length < run.length || !isSelfContained) {
      this.#refuse(run);
      return isDevelopment ? [] : run;
    }
    const asked = this.#differencesOf(module, []).isDevelopment();
    const condition = isDevelopment ? asked : ts`props.environment !== ${'development'}`;
    return [{ line: { condition, statements: code }, owners: [...new Set(run.flatMap(({ owners }) => owners))] }];
  }

  mergeModule(production: Module, development: Module): void {
    const [drawn, other] = [production.lines(), development.lines()];
    if (drawn.length === other.length && drawn.every((line, index) => sameLine(line, other[index]))) return;
    for (const [name, prop] of development.props) production.prop(name, prop);
    const pairs = alignLines(drawn, other);
    const merged: Owned<Line>[] = [];
    for (let index = 0; index < pairs.length; ) {
      const [a, b] = pairs[index] ?? [];
      if (a && b) {
        merged.push(this.#mergePair(production, a, b));
        index += 1;
        continue;
      }
      const isDevelopment = a === undefined;
      const run: Owned<Line>[] = [];
      for (; index < pairs.length; index += 1) {
        const [left, right] = pairs[index] ?? [];
        const line = isDevelopment ? right : left;
        if (!line || (isDevelopment ? left : right)) break;
        run.push(line);
      }
      merged.push(
        ...this.#wrap(
          production,
          run,
          isDevelopment,
          [...drawn, ...other].filter((line) => !run.includes(line)),
        ),
      );
    }
    production.rewrite(merged);
  }

  /** Gives the environment to every class that asks for it, by way of the stack. */
  finish(root: Module, modules: readonly Module[]): StackEnvironments {
    if (this.#users.size > 0)
      root.prop(ENVIRONMENT_PROP, {
        type: ENVIRONMENT,
        doc: DOC,
        supply: ts`props.environment`,
        standard: 'production',
      });
    for (const [module, { asksSettings }] of this.#users) {
      module.prop(ENVIRONMENT_PROP, { type: ENVIRONMENT, doc: DOC, supply: ts`props.environment` });
      if (asksSettings)
        module.rewrite([
          { line: { constant: { name: 'settings', value: ts`environments[props.environment]` } }, owners: [] },
          ...module.lines(),
        ]);
    }
    const made = new Map(modules.map((module) => [constantOf(module), module]));
    root.rewrite(
      root.lines().map((owned): Owned<Line> => {
        const constant = 'constant' in owned.line ? owned.line.constant : undefined;
        const module = constant && made.get(constant.name);
        if (!module) return owned;
        return { ...owned, line: { constant: { name: constant.name, value: makingOf(module) } } };
      }),
    );
    return { settings: this.#names.settings, users: this.#users, unlike: [...this.#unlike].sort() };
  }

  refuseModule(module: Module): void {
    this.#refuse(module.lines());
  }
}

const sameLine = (a: Owned<Line>, b: Owned<Line> | undefined): boolean => {
  const textOf = (line: Owned<Line>): string =>
    `${signatureOf(line)} ${codeOf(line)
      .map(({ marked }) => marked)
      .join(' ')}`;
  return b !== undefined && textOf(a) === textOf(b);
};

/** Makes the code of the stack for production that of both environments. */
export function mergeStacks(production: StackCode, development: StackCode): StackEnvironments {
  const merger = new StackMerger();
  const others = new Map(development.modules.map((module) => [module.className, module]));
  for (const module of production.modules) {
    const other = others.get(module.className);
    if (other) merger.mergeModule(module, other);
    else merger.refuseModule(module);
  }
  merger.mergeModule(production.root, development.root);
  return merger.finish(production.root, production.modules);
}

/** The file that says what differs between the environments of a stack. */
export function writeEnvironments({ settings }: StackEnvironments): string {
  const sorted = [...settings].sort(compareBy(([name]) => name));
  const valuesOf = (environment: keyof SettingValues): Code =>
    object(Object.fromEntries(sorted.map(([name, values]) => [name, writeTree({ parts: [values[environment]] })])));
  const head = ["export type Environment = 'development' | 'production';", ''];
  if (sorted.length === 0) return head.join('\n');
  return [
    ...head,
    '/** What differs between the environments. */',
    'export interface Settings {',
    ...sorted.map(([name, { production }]) => `  readonly ${name}: ${literalType(production)};`),
    '}',
    '',
    `${render(ts`export const environments: Record<Environment, Settings> = ${object({ production: valuesOf('production'), development: valuesOf('development') })}`, 0)};`,
    '',
  ].join('\n');
}

/** The line that imports what a class asks of its environment; none where it asks nothing. */
export function environmentImport(module: Module, environments: StackEnvironments | undefined): readonly string[] {
  const use = environments?.users.get(module);
  if (!use && !module.props.has(ENVIRONMENT_PROP)) return [];
  return [`import { type Environment${use?.asksSettings ? ', environments' : ''} } from './environments';`];
}
