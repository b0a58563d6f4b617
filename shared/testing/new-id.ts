import type { NewId } from '../model/design';

/** Ids that count up and meet no other of the design. */
export function countingIds(prefix = 'new'): NewId {
  let count = 0;
  return (kind) => {
    count += 1;
    return `${prefix}-${kind}-${count}`;
  };
}
