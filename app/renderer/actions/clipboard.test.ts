import { expect, it, vi } from 'vitest';
import { deleteElements } from '../../../shared/commands/delete-elements';
import { applyDiff } from '../../../shared/model/diff';
import { buildNetwork } from '../../../shared/testing/builder';

vi.stubGlobal('window', { desktop: undefined });
const { paste, takeCopy } = await import('./clipboard');

const design = buildNetwork(['a'], { web: 'private' })
  .add('web', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', name: 'Web' })
  .add('jobs', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', name: 'Jobs' })
  .connect('traffic', 'web', 'jobs')
  .build();

const pasteInto = (target: typeof design, copy: ReturnType<typeof takeCopy>) => {
  const outcome = paste(target, copy);
  if (!outcome.ok) return outcome;
  return applyDiff(target, outcome.value);
};

it('pastes copies with the connection between them beside the originals', () => {
  const pasted = pasteInto(design, takeCopy(design, ['web', 'jobs']));
  expect(pasted.ok && pasted.value.elements.size).toBe(design.elements.size + 2);
  expect(pasted.ok && pasted.value.connections.size).toBe(2);
});

it('pastes what was cut', () => {
  const copy = takeCopy(design, ['web', 'jobs']);
  const cut = deleteElements(design, { ids: ['web', 'jobs'] });
  const without = cut.ok ? applyDiff(design, cut.value) : cut;
  expect(without.ok).toBe(true);
  if (!without.ok) return;
  const pasted = pasteInto(without.value, copy);
  expect(pasted.ok && pasted.value.elements.size).toBe(design.elements.size);
  expect(pasted.ok && pasted.value.connections.size).toBe(1);
  expect(pasted.ok && [...pasted.value.elements.values()].filter(({ parent }) => parent === 'web-a')).toHaveLength(2);
});

it('says why it cannot paste where the container is gone', () => {
  const copy = takeCopy(design, ['web']);
  const cut = deleteElements(design, { ids: ['vpc'] });
  const without = cut.ok ? applyDiff(design, cut.value) : cut;
  expect(without.ok).toBe(true);
  if (!without.ok) return;
  const pasted = paste(without.value, copy);
  expect(!pasted.ok && pasted.error.message).toMatch(/container/);
});
