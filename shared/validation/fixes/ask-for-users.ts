import { ACTOR } from '../../catalog/sizes';
import { makeConnection } from '../../model/design';
import { draftOf } from '../../model/draft';
import { fail, ok } from '../../util/result';
import type { Fix } from '../rule';
import { addPart } from './site';

/** Draws users on the internet who send traffic to the entry. */
export const askForUsers = (entryId: string): Fix => ({
  id: 'add-users',
  title: 'Draw users on the internet',
  kind: 'choice',
  apply: (design, newId) => {
    const draft = draftOf(design);
    const entry = draft.element(entryId);
    if (!entry) return fail('unknown-element', `There is no element ${entryId} in the design any more. Check again.`);
    const left = [...draft.elements()].reduce(
      (x, { parent, frame }) => (parent === null ? Math.min(x, frame.x) : x),
      0,
    );
    const users = addPart(draft, newId, 'users', { frame: { x: left - 176, y: 96, ...ACTOR } });
    draft.putConnection(makeConnection({ id: newId('connection'), kind: 'traffic', from: users.id, to: entryId }));
    return ok(draft.diff());
  },
});
