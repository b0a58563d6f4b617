import type { Design } from '../../../shared/model/design';
import { diffBetween } from '../../../shared/model/diff';
import { record } from '../../../shared/model/history';
import { fail, ok, type Result } from '../../../shared/util/result';
import type { Finding } from '../../../shared/validation/rule';
import { findFinding } from './analyse';
import type { Core } from './core';
import { runCommand, withDesign } from './editing';
import { editsRefused } from './simulating';

export interface Previewing {
  /** Works out a fix and shows it without applying it. */
  previewFix(findingKey: string, fixId: string): Result<void>;
  /** Shows a design that a set of fixes leads to; `key` tells sets apart. */
  previewSet(key: string, title: string, after: Design): void;
  /** Makes the shown fix real: one undo step named for the fix. */
  applyPreview(): void;
  closePreview(): void;
}

const nameOf = (finding: Finding | undefined): string => finding?.title ?? 'this finding';

function previewFix(core: Core, findingKey: string, fixId: string): Result<void> {
  const state = core.get();
  const refused = editsRefused(core);
  if (refused !== undefined) {
    core.notify({ tone: 'info', text: refused });
    return fail('not-now', refused);
  }
  const finding = findFinding(state, findingKey, core.today());
  const fix = finding?.fixes.find(({ id }) => id === fixId);
  const apply = fix?.apply;
  if (!fix || !apply)
    return fail('stale-diff', `There is no fix to show for ${nameOf(finding)} any more. Look at the list again.`);
  const outcome = runCommand(state.design, (design) => apply(design, core.newId));
  if (!outcome.ok) {
    core.notify({ tone: 'error', text: outcome.error.message });
    return outcome;
  }
  const analysis = core.analyse(outcome.value.design, state);
  core.set({ preview: { findingKey, fixId, title: fix.title, ...outcome.value, analysis } });
  return ok(undefined);
}

function previewSet(core: Core, key: string, title: string, after: Design): void {
  const state = core.get();
  const refused = editsRefused(core);
  if (refused !== undefined) {
    core.notify({ tone: 'info', text: refused });
    return;
  }
  const diff = diffBetween(state.design, after);
  core.set({
    preview: { findingKey: key, fixId: key, title, design: after, diff, analysis: core.analyse(after, state) },
  });
}

function applyPreview(core: Core): void {
  const { preview, history } = core.get();
  if (!preview) return;
  core.set({
    ...withDesign(core, preview.design, preview.diff),
    ...preview.analysis,
    isChecking: false,
    history: record(history, { name: preview.title, diff: preview.diff }),
    announcement: preview.title,
  });
}

export const makePreviewing = (core: Core): Previewing => ({
  previewFix: (findingKey, fixId) => previewFix(core, findingKey, fixId),
  previewSet: (key, title, after) => previewSet(core, key, title, after),
  applyPreview: () => applyPreview(core),
  closePreview: () => {
    if (core.get().preview) core.set({ preview: null });
  },
});
