import type { Json, JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
import type { Complain } from './complaint';
import type { Intrinsic } from './intrinsics';
import { readGetAtt, readSubNames, walkIntrinsics } from './intrinsics';
import type { Symbols } from './symbols';

/** Resources that a call names, whether they exist or not. */
function namesIn(call: Intrinsic): readonly string[] {
  if (call.name === 'Ref') return typeof call.argument === 'string' ? [call.argument] : [];
  if (call.name === 'Fn::GetAtt') {
    const read = readGetAtt(call.argument);
    return read ? [read.target] : [];
  }
  if (call.name === 'Fn::Sub') return readSubNames(call.argument).names.map((name) => name.split('.')[0] ?? name);
  return [];
}

function checkGetAtt(target: string, attribute: string, path: string, symbols: Symbols, complain: Complain): void {
  if (!symbols.resources.has(target)) complain('unknown-reference', path, `no resource has the logical id ${target}`);
  else if (symbols.shapeOfAttribute(target, attribute) === undefined)
    complain('get-att-name', path, `${target} has no attribute ${attribute}`);
}

function checkCall(call: Intrinsic, path: string, symbols: Symbols, complain: Complain): void {
  if (call.name === 'Fn::GetAtt') {
    const read = readGetAtt(call.argument);
    if (read) checkGetAtt(read.target, read.attribute, path, symbols, complain);
    else complain('unknown-reference', path, 'Fn::GetAtt wants a logical id and an attribute');
    return;
  }
  if (call.name === 'Fn::FindInMap') {
    const [map] = Array.isArray(call.argument) ? call.argument : [];
    if (typeof map === 'string' && !symbols.mappings.has(map))
      complain('unknown-reference', path, `no mapping is called ${map}`);
    return;
  }
  if (call.name === 'Fn::If') {
    const [condition] = Array.isArray(call.argument) ? call.argument : [];
    if (typeof condition !== 'string' || !symbols.conditions.has(condition))
      complain('unknown-reference', path, `no condition is called ${JSON.stringify(condition)}`);
    return;
  }
  const names = call.name === 'Fn::Sub' ? readSubNames(call.argument).names : namesIn(call);
  for (const name of names) {
    const dot = name.indexOf('.');
    if (dot > 0) checkGetAtt(name.slice(0, dot), name.slice(dot + 1), path, symbols, complain);
    else if (symbols.shapeOfRef(name) === undefined)
      complain('unknown-reference', path, `nothing in the template is called ${name}`);
  }
}

const dependsOn = (resource: JsonObject): readonly Json[] => {
  const value = resource.DependsOn;
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
};

/** Targets of Ref, GetAtt, Sub, DependsOn, Condition, FindInMap, and attributes by name. */
export function checkReferences(template: JsonObject, symbols: Symbols, complain: Complain): void {
  walkIntrinsics({ Resources: template.Resources ?? {}, Outputs: template.Outputs ?? {} }, '', (call, path) => {
    checkCall(call, path.slice(1), symbols, complain);
  });
  for (const [id, resource] of symbols.resources) {
    for (const target of dependsOn(resource))
      if (typeof target !== 'string' || !symbols.resources.has(target))
        complain('unknown-reference', `Resources.${id}.DependsOn`, `no resource is called ${JSON.stringify(target)}`);
    checkCondition(resource, `Resources.${id}`, symbols, complain);
  }
  for (const [id, output] of Object.entries(isJsonObject(template.Outputs) ? template.Outputs : {}))
    if (isJsonObject(output)) checkCondition(output, `Outputs.${id}`, symbols, complain);
}

function checkCondition(entry: JsonObject, path: string, symbols: Symbols, complain: Complain): void {
  const condition = entry.Condition;
  if (condition === undefined) return;
  if (typeof condition !== 'string' || !symbols.conditions.has(condition))
    complain('unknown-reference', `${path}.Condition`, `no condition is called ${JSON.stringify(condition)}`);
}

/** For each resource the resources it must wait for. */
export function dependencyGraph(symbols: Symbols): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>();
  for (const [id, resource] of symbols.resources) {
    const targets = new Set<string>();
    const add = (name: Json): void => {
      if (typeof name === 'string' && symbols.resources.has(name)) targets.add(name);
    };
    walkIntrinsics(resource, id, (call) => {
      namesIn(call).forEach(add);
    });
    dependsOn(resource).forEach(add);
    graph.set(id, targets);
  }
  return graph;
}

/** Complains once for each resource through which a chain of dependencies comes back to itself. */
export function checkCycles(symbols: Symbols, complain: Complain): void {
  const graph = dependencyGraph(symbols);
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string, trail: readonly string[]): void => {
    if (state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      complain('cycle', `Resources.${id}`, [...trail.slice(trail.indexOf(id)), id].join(' → '));
      return;
    }
    state.set(id, 'open');
    for (const target of graph.get(id) ?? []) visit(target, [...trail, id]);
    state.set(id, 'done');
  };
  for (const id of graph.keys()) visit(id, []);
}
