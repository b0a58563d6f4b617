import type { Json } from '../../util/json';
import { fail, ok, type Result } from '../../util/result';
import { limits } from './limits';

/** Keys that could reach an object's prototype when some code merges what was read. */
const UNSAFE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Visit {
  readonly value: Json;
  readonly depth: number;
  readonly key: string | number;
  readonly from: Visit | null;
}

/** The path to a value, as the user would look for it: `element "web" › settings › size`. */
function pathOf(visit: Visit | null): string {
  const parts: string[] = [];
  for (let step = visit; step?.from; step = step.from) {
    const list = step.from.from && step.from.from.from === null ? step.from.key : undefined;
    const id = idOf(step.value);
    const isRecord = typeof step.key === 'number' && (list === 'elements' || list === 'connections');
    parts.push(isRecord && id !== undefined ? `${String(list).slice(0, -1)} "${id}"` : String(step.key));
  }
  return parts.length > 0 ? parts.reverse().join(' › ') : 'the file itself';
}

const idOf = (value: Json): string | undefined => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id.slice(0, 60) : undefined;
};

/**
 * Refuses what could do harm later wherever it stands: keys that reach prototypes, nesting that could not be written again,
 * numbers JSON cannot hold, and texts without bound. Walks without recursion.
 */
export function inspectJson(root: Json): Result<null> {
  const stack: Visit[] = [{ value: root, depth: 0, key: '', from: null }];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { value, depth } = visit;
    if (typeof value === 'number' && !Number.isFinite(value))
      return fail('bad-shape', `The number at ${pathOf(visit)} is too large to be kept. Correct it in a text editor.`);
    if (typeof value === 'string' && value.length > limits.textLength)
      return fail(
        'too-large',
        `The text at ${pathOf(visit)} has ${value.length} characters; at most ${limits.textLength} are allowed. Shorten it.`,
      );
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= limits.depth)
      return fail(
        'too-deep',
        `The file is nested more than ${limits.depth} levels deep, which no design is. Nothing was opened.`,
      );
    for (const [key, child] of Object.entries(value)) {
      if (UNSAFE.has(key) && !Array.isArray(value))
        return fail(
          'unsafe-key',
          `The key "${key}" at ${pathOf(visit)} is not allowed in a design. Remove or rename it.`,
        );
      if (typeof child === 'object' || typeof child === 'number' || typeof child === 'string')
        stack.push({ value: child, depth: depth + 1, key: Array.isArray(value) ? Number(key) : key, from: visit });
    }
  }
  return ok(null);
}
