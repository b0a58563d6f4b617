import { CircleCheck, LocateFixed } from 'lucide-react';
import type { Note } from '../../../../exporters/plan/note';
import { shorten } from '../../format';
import { useApp } from '../../store/app';
import { SeverityIcon } from '../../ui/badge';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { jumpToFinding } from '../problems/focus-finding';
import { NotesList } from './notes-list';

/** Findings that speak against deploying, and what the export itself has to say. */
export const ExportProblems = ({ notes, onShow }: { notes: readonly Note[]; onShow?: (() => void) | undefined }) => {
  const findings = useApp((state) => state.findings);
  const serious = findings.filter(({ severity, status }) => severity !== 'info' && status !== 'unknown');
  if (serious.length + notes.length === 0)
    return (
      <EmptyState icon={CircleCheck} title="Nothing speaks against it">
        The checks find no error and no warning, and everything drawn is in the files.
      </EmptyState>
    );
  return (
    <div className="export-problems">
      {serious.length > 0 ? (
        <>
          <h3>Mend before you deploy</h3>
          <ul className="notes" aria-label="Findings">
            {serious.map(({ key, severity, title, message }) => (
              <li key={key}>
                <SeverityIcon tone={severity} />
                <div>
                  <strong>
                    <span className="ui-hidden">{severity === 'error' ? 'Error: ' : 'Warning: '}</span>
                    {shorten(title, 160)}
                  </strong>
                  <p className="ui-selectable">{shorten(message, 400)}</p>
                  <Button
                    size="small"
                    variant="quiet"
                    icon={LocateFixed}
                    aria-label={`Show ${shorten(title, 80)} on the canvas`}
                    onClick={() => {
                      onShow?.();
                      jumpToFinding(key);
                    }}
                  >
                    Show on the canvas
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {notes.length > 0 ? (
        <>
          <h3>What to know of the files</h3>
          <NotesList notes={notes} {...(onShow ? { onShow } : {})} />
        </>
      ) : null}
    </div>
  );
};
