import type { Finding } from '../../../../shared/validation/rule';
import { app } from '../../store/app';
import { sameSelection } from '../../store/selection';

const findIn = (key: string): Finding | undefined => app.getState().findings.find((finding) => finding.key === key);

const idOf = (key: string): string => `finding-${key}`;

/** The DOM id of a finding's row, so that focus can be moved to it. */
export const rowId = idOf;

/** Brings out what fails and what goes dark with it; the subjects alone where the rule names no cut. What is only asked about does not fail. */
export function highlightFinding(finding: Finding): void {
  const { cut, path = [], darkTiers = [] } = finding.evidence;
  const subjects = [...finding.subjects.elements, ...finding.subjects.connections];
  const isAsked = finding.status === 'unknown';
  app.highlight({
    cut: new Set(cut ?? (isAsked ? [] : subjects)),
    path: new Set([...path, ...darkTiers, ...(isAsked ? subjects : [])]),
  });
}

/** The finding that was jumped to; it stays lit up as long as its subjects are selected. */
let pinned: Finding | null = null;

/** Ends a passing highlight: back to the finding that was jumped to, or to none. */
export function restHighlight(): void {
  const { selection } = app.getState();
  const isSelected = pinned !== null && sameSelection(selection, pinned.subjects);
  if (pinned && isSelected) highlightFinding(pinned);
  else app.highlight(null);
}

/** Selects the subjects, brings them into view and lights up the cut. */
export function jumpToFinding(key: string): void {
  const finding = findIn(key);
  if (!finding) return;
  const { elements, connections } = finding.subjects;
  app.select({ elements, connections });
  pinned = finding;
  highlightFinding(finding);
  app.canvas()?.reveal([...elements, ...connections]);
  app.announce(finding.message);
}

/** Selects an element or connection and brings it into view. */
export function jumpTo(id: string): void {
  app.select(app.getState().design.elements.has(id) ? { elements: [id] } : { connections: [id] });
  app.canvas()?.reveal([id]);
}

/** Opens the problems list at a finding. */
export function focusFinding(key: string): void {
  app.setView({ drawerTab: 'problems' });
  app.setPanels({ drawerOpen: true });
  const finding = findIn(key);
  if (finding) highlightFinding(finding);
  requestAnimationFrame(() => {
    const row = document.getElementById(idOf(key));
    row?.scrollIntoView({ block: 'nearest' });
    row?.focus();
    // The drawer may have been opened over what the finding is about.
    if (finding) app.canvas()?.reveal([...finding.subjects.elements, ...finding.subjects.connections]);
  });
}
