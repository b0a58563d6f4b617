import { equalJson, isJsonObject, type Json, type JsonObject } from '../../shared/util/json';
import { compareText } from '../../shared/util/sorting';
import { ref } from './intrinsics';
import { rewriteReferences } from './references';
import type { Output, Parameter, Resource, Section, Template } from './template';

/** What a condition is called, and the environment it stands for. */
const IS_DEVELOPMENT = 'IsDevelopment';
const IS_PRODUCTION = 'IsProduction';

const NO_VALUE = ref('AWS::NoValue');

const choose = (development: Json, production: Json): JsonObject => ({
  'Fn::If': [IS_DEVELOPMENT, development, production],
});

const isCall = (value: JsonObject): boolean => {
  const [key, ...others] = Object.keys(value);
  return others.length === 0 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'));
};

const keysOf = (a: object, b: object): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

function mergeObjects(production: JsonObject, development: JsonObject): JsonObject {
  return Object.fromEntries(
    keysOf(production, development).map((key) => [key, mergeValues(production[key], development[key])] as const),
  );
}

/** One value for both environments: a choice at the innermost place where they differ, never inside of a call. */
function mergeValues(production: Json | undefined, development: Json | undefined): Json {
  if (production === undefined) return choose(development ?? NO_VALUE, NO_VALUE);
  if (development === undefined) return choose(NO_VALUE, production);
  if (equalJson(production, development)) return production;
  if (isJsonObject(production) && isJsonObject(development) && !isCall(production) && !isCall(development))
    return mergeObjects(production, development);
  if (Array.isArray(production) && Array.isArray(development) && production.length === development.length)
    return production.map((item: Json, index) => mergeValues(item, development[index]));
  return choose(development, production);
}

const mergePart = (production: JsonObject | undefined, development: JsonObject | undefined): JsonObject | undefined => {
  if (!production && !development) return undefined;
  return mergeObjects(production ?? {}, development ?? {});
};

/** A resource of one environment alone. */
const only = (resource: Resource, Condition: string): Resource => ({ ...resource, Condition });

/**
 * A resource of both environments. It waits for what both have: what depends on a resource that a condition leaves out is not
 * made either (CloudFormation Template Reference, "Condition attribute"). Its type and what becomes of its data follow from its
 * kind, so they are the same.
 */
function mergeResource(production: Resource, development: Resource, isInBoth: (id: string) => boolean): Resource {
  const waits = [...new Set([...(production.DependsOn ?? []), ...(development.DependsOn ?? [])])]
    .filter(isInBoth)
    .sort(compareText);
  return {
    ...production,
    DependsOn: waits.length > 0 ? waits : undefined,
    UpdatePolicy: mergePart(production.UpdatePolicy, development.UpdatePolicy),
    Properties: mergePart(production.Properties, development.Properties),
  };
}

function mergeMaps<T>(
  production: ReadonlyMap<string, T>,
  development: ReadonlyMap<string, T>,
  merge: (production: T | undefined, development: T | undefined) => T | undefined,
): ReadonlyMap<string, T> {
  const merged = new Map<string, T>();
  for (const id of new Set([...production.keys(), ...development.keys()])) {
    const value = merge(production.get(id), development.get(id));
    if (value !== undefined) merged.set(id, value);
  }
  return merged;
}

const outputOf = (production: Output | undefined, development: Output | undefined): Output | undefined => {
  if (production && development) return { ...production, Value: mergeValues(production.Value, development.Value) };
  if (production) return { ...production, Condition: IS_PRODUCTION };
  return development && { ...development, Condition: IS_DEVELOPMENT };
};

const resourcesOf = (sections: readonly Section[]): ReadonlyMap<string, Resource> =>
  new Map(sections.flatMap(({ resources }) => [...resources]));

/** Sections of both in their order; what is in development alone stands last in the section of its name. */
function mergeSections(production: readonly Section[], development: readonly Section[]): readonly Section[] {
  const [drawn, others] = [resourcesOf(production), resourcesOf(development)];
  const isInBoth = (id: string): boolean => drawn.has(id) && others.has(id);
  const merged: Section[] = production.map((section) => ({
    ...section,
    resources: new Map(
      [...section.resources].map(([id, resource]): [string, Resource] => {
        const other = others.get(id);
        return [id, other ? mergeResource(resource, other, isInBoth) : only(resource, IS_PRODUCTION)];
      }),
    ),
  }));
  let place = 0;
  for (const { title, resources } of development) {
    const added = [...resources].flatMap(([id, resource]): [string, Resource][] =>
      drawn.has(id) ? [] : [[id, only(resource, IS_DEVELOPMENT)]],
    );
    const at = merged.findIndex((section) => section.title === title);
    const found = merged[at];
    if (found && added.length > 0) merged[at] = { title, resources: new Map([...found.resources, ...added]) };
    if (!found && added.length > 0) merged.splice(place, 0, { title, resources: new Map(added) });
    place = found ? at + 1 : place + 1;
  }
  return merged;
}

/** Parameters of both; one that says something else in development is a second one, under the name that is given here. */
function renameParameters(template: Template, production: Template): Template {
  const renamed = new Map<string, string>();
  const sameBut = ({ Description: _, ...facts }: Parameter): JsonObject => JSON.parse(JSON.stringify(facts));
  for (const [id, parameter] of template.parameters) {
    const other = production.parameters.get(id);
    if (other && !equalJson(sameBut(other), sameBut(parameter))) renamed.set(id, `${id}InDevelopment`);
  }
  if (renamed.size === 0) return template;
  const nameOf = ({ id }: { readonly id: string }): string | undefined => renamed.get(id);
  const rewrite = (value: JsonObject): JsonObject => {
    const next = rewriteReferences(value, {
      name: nameOf,
      value: (reference) => {
        const name = nameOf(reference);
        return name === undefined ? undefined : ref(name);
      },
    });
    return isJsonObject(next) ? next : value;
  };
  return {
    ...template,
    parameters: new Map([...template.parameters].map(([id, parameter]) => [renamed.get(id) ?? id, parameter])),
    sections: template.sections.map((section) => ({
      ...section,
      resources: new Map(
        [...section.resources].map(([id, { Properties, ...rest }]): [string, Resource] => {
          return [id, Properties ? { ...rest, Properties: rewrite(Properties) } : rest];
        }),
      ),
    })),
  };
}

const ENVIRONMENT: Parameter = {
  Type: 'String',
  Description: 'Which environment this stack is: production as drawn, or development',
  Default: 'production',
  AllowedValues: ['development', 'production'],
};

/** A name that nothing else in the template has. */
function freeName(wish: string, taken: ReadonlySet<string>): string {
  let name = wish;
  while (taken.has(name)) name = `Deployment${name}`;
  return name;
}

function asks(value: Json | undefined, condition: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item: Json) => asks(item, condition));
  if (!isJsonObject(value)) return false;
  const choice = value['Fn::If'];
  if (Array.isArray(choice) && choice[0] === condition) return true;
  return Object.values(value).some((item) => asks(item, condition));
}

/** Whether a template, or a part of one, asks for this condition. */
function usesCondition({ sections, outputs }: Pick<Template, 'sections' | 'outputs'>, condition: string): boolean {
  const isOf = ({ Condition, Properties, UpdatePolicy }: Resource): boolean =>
    Condition === condition || asks(Properties, condition) || asks(UpdatePolicy, condition);
  return (
    sections.some(({ resources }) => [...resources.values()].some(isOf)) ||
    [...outputs.values()].some(({ Condition, Value }) => Condition === condition || asks(Value, condition))
  );
}

/** The conditions that a template, or a part of one, asks for; none where it asks for none. */
export function conditionsFor(
  part: Pick<Template, 'sections' | 'outputs'>,
  environment: string | undefined,
): Pick<Template, 'conditions' | 'environment'> {
  if (environment === undefined) return {};
  const conditions = [
    [IS_DEVELOPMENT, 'development'],
    [IS_PRODUCTION, 'production'],
  ].flatMap(([name = '', value = '']): [string, JsonObject][] =>
    usesCondition(part, name) ? [[name, { 'Fn::Equals': [ref(environment), value] }]] : [],
  );
  return conditions.length > 0 ? { conditions: new Map(conditions), environment } : {};
}

/** One template for both environments; the one for production where the other is the same. */
export function mergeTemplates(production: Template, whole: Template): Template {
  const development = renameParameters(whole, production);
  const merged: Template = {
    ...production,
    parameters: mergeMaps(production.parameters, development.parameters, (a, b) => a ?? b),
    sections: mergeSections(production.sections, development.sections),
    outputs: mergeMaps(production.outputs, development.outputs, outputOf),
  };
  const ids = new Set([
    ...merged.sections.flatMap(({ resources }) => [...resources.keys()]),
    ...merged.parameters.keys(),
  ]);
  const environment = freeName('Environment', ids);
  const conditions = conditionsFor(merged, environment);
  if (!conditions.conditions) return production;
  return { ...merged, parameters: new Map([[environment, ENVIRONMENT], ...merged.parameters]), ...conditions };
}
