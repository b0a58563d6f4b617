import type { Json, JsonObject } from '../../shared/util/json';
import type { Suppression } from '../plan/suppressions';
import type { Resource } from './template';

/** Ids that one tool is told to pass over at a resource, each once, sorted. */
function idsFor(suppressions: readonly Suppression[], tool: Suppression['tool']): ReadonlyMap<string, string> {
  const found = suppressions.filter((entry) => entry.tool === tool).map(({ id, reason }) => [id, reason] as const);
  return new Map([...new Map(found)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Tells checkov and cfn-lint, in the words each of them reads, what somebody waived at this resource. */
export function suppress(resource: Resource, suppressions: readonly Suppression[]): Resource {
  const mine = suppressions.filter(({ type }) => type === resource.Type);
  if (mine.length === 0) return resource;
  const [checkov, cfnLint] = [idsFor(mine, 'checkov'), idsFor(mine, 'cfnLint')];
  if (checkov.size + cfnLint.size === 0) return resource;
  const skip = [...checkov].map(([id, comment]): Json => ({ id, comment }));
  const metadata: JsonObject = {
    ...resource.Metadata,
    ...(checkov.size > 0 ? { checkov: { skip } } : {}),
    ...(cfnLint.size > 0 ? { 'cfn-lint': { config: { ignore_checks: [...cfnLint.keys()] } } } : {}),
  };
  return { ...resource, Metadata: metadata };
}
