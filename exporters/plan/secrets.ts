import { kinds } from '../../shared/catalog/services';
import type { Service, Topology } from '../../shared/topology/topology';
import type { StackPlan } from './placement';

/** Characters of a generated password. */
export const PASSWORD_LENGTH = 32;

/** Days after which a secret is changed; 0 for one that never is by itself. */
export const rotationDaysOf = (secret: Service): number => kinds.secret.read(secret.element.settings).rotationDays;

/** The function that changes a secret; undefined where none is connected. */
export const rotatorOf = (
  { topology, stack }: { readonly topology: Topology; readonly stack: StackPlan },
  secret: Service,
): Service | undefined =>
  topology
    .outgoing(secret.id)
    .find(({ kind, to }) => kind === 'uses' && to.kind === 'lambda-function' && stack.has(to.id))?.to;
