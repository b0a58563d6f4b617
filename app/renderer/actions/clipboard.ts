import { deleteElements } from '../../../shared/commands/delete-elements';
import { duplicateElements } from '../../../shared/commands/duplicate-elements';
import type { Connection, Design, Element } from '../../../shared/model/design';
import { applyDiff, compose, type DesignDiff } from '../../../shared/model/diff';
import { draftOf } from '../../../shared/model/draft';
import { subtreeOf } from '../../../shared/model/hierarchy';
import { fail, ok, type Result } from '../../../shared/util/result';
import { app } from '../store/app';

const OFFSET = { dx: 24, dy: 24 };

/** Copied elements with all they hold and the connections among them. */
interface Copied {
  readonly roots: readonly string[];
  readonly elements: readonly Element[];
  readonly connections: readonly Connection[];
}

let copied: Copied | null = null;

export const canPaste = (): boolean => copied !== null;

const nameFor = (verb: string, design: Design, ids: readonly string[]): string => {
  const only = ids.length === 1 ? design.elements.get(ids[0] ?? '') : undefined;
  return only ? `${verb} ${only.name}` : `${verb} ${ids.length} elements`;
};

export function takeCopy(design: Design, ids: readonly string[]): Copied {
  const elements = new Map<string, Element>();
  for (const id of ids) for (const element of subtreeOf(design, id)) elements.set(element.id, element);
  const connections = [...design.connections.values()].filter(({ from, to }) => elements.has(from) && elements.has(to));
  const isInside = (id: string) => elements.has(design.elements.get(id)?.parent ?? '');
  return { roots: ids.filter((id) => !isInside(id)), elements: [...elements.values()], connections };
}

/** The diff that puts back what is gone of a copy. Fails where the container it lay in is gone too. */
function putBack(design: Design, { elements, connections }: Copied): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const element of elements) if (!draft.element(element.id)) draft.putElement(element);
  const orphan = elements.find(({ parent }) => parent !== null && !draft.element(parent));
  if (orphan)
    return fail(
      'illegal-placement',
      `“${orphan.name}” cannot be pasted: the container it was copied from is gone. Undo its deletion and try again.`,
    );
  const kept = (id: string) => (draft.element(id) ? [id] : []);
  for (const element of elements) {
    const current = draft.element(element.id);
    if (current && !design.elements.has(element.id))
      draft.putElement({
        ...current,
        subnets: current.subnets.flatMap(kept),
        tier: current.tier === null ? null : (kept(current.tier)[0] ?? null),
      });
  }
  for (const connection of connections) if (!draft.connection(connection.id)) draft.putConnection(connection);
  return ok(draft.diff());
}

/** Pastes a copy beside where it came from, whether the originals are still there or not. */
export function paste(design: Design, copy: Copied): Result<DesignDiff> {
  const back = putBack(design, copy);
  if (!back.ok) return back;
  const whole = applyDiff(design, back.value);
  if (!whole.ok) return whole;
  const twin = duplicateElements(whole.value, { ids: copy.roots, newId: app.newId, offset: OFFSET });
  if (!twin.ok) return twin;
  const both = compose(back.value, twin.value);
  const gone = copy.roots.filter((id) => !design.elements.has(id));
  if (gone.length === 0) return ok(both);
  const withBoth = applyDiff(design, both);
  if (!withBoth.ok) return withBoth;
  const cleaned = deleteElements(withBoth.value, { ids: gone });
  return cleaned.ok ? ok(compose(both, cleaned.value)) : cleaned;
}

/** Selects what a command added, so that the next gesture acts on it. */
function dispatchAndSelect(name: string, command: (design: Design) => Result<DesignDiff>): void {
  const before = app.getState().design.elements;
  if (!app.dispatch(name, command).ok) return;
  const added = [...app.getState().design.elements.values()].filter(({ id }) => !before.has(id));
  const ids = new Set(added.map(({ id }) => id));
  const roots = added.filter(({ parent }) => parent === null || !ids.has(parent));
  if (roots.length > 0) app.select({ elements: roots.map(({ id }) => id) });
}

export function copySelection(): void {
  const { design, selection } = app.getState();
  copied = takeCopy(design, selection.elements);
  app.announce(`${copied.roots.length} copied`);
}

export function deleteSelection(): void {
  const { design, selection } = app.getState();
  const isConnection = selection.elements.length === 0 && selection.connections.length === 1;
  const name = isConnection ? 'Delete connection' : nameFor('Delete', design, selection.elements);
  app.dispatch(name, (current) => deleteElements(current, { ids: [...selection.elements, ...selection.connections] }));
}

export function cutSelection(): void {
  copySelection();
  const { design, selection } = app.getState();
  app.dispatch(nameFor('Cut', design, selection.elements), (current) =>
    deleteElements(current, { ids: selection.elements }),
  );
}

export function pasteCopied(): void {
  const copy = copied;
  if (copy) dispatchAndSelect('Paste', (design) => paste(design, copy));
}

export function duplicateSelection(): void {
  const { design, selection } = app.getState();
  dispatchAndSelect(nameFor('Duplicate', design, selection.elements), (current) =>
    duplicateElements(current, { ids: selection.elements, newId: app.newId, offset: OFFSET }),
  );
}
