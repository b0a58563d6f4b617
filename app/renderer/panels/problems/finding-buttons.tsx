import { CheckCheck, CircleHelp, PencilLine } from 'lucide-react';
import { designSettings } from '../../../../shared/catalog/design-settings';
import { refusalToWaive } from '../../../../shared/validation/profiles';
import type { Finding } from '../../../../shared/validation/rule';
import { subjectOf } from '../../../../shared/validation/waive';
import { app, useApp } from '../../store/app';
import { Button } from '../../ui/button';
import { Tooltip } from '../../ui/tooltip';
import { answerQuestion } from './answer-question';

/** Opens the dialog that accepts a finding; says why where the profile does not allow it. */
export const AcceptButton = ({ finding }: { readonly finding: Finding }) => {
  const { ruleId } = finding;
  const refusal = useApp(({ design }) =>
    refusalToWaive(designSettings.read(design.header.settings).environment, ruleId),
  );
  if (ruleId === 'INTERNAL') return null;
  const button = (
    <Button
      size="small"
      variant="quiet"
      icon={CheckCheck}
      aria-disabled={refusal === undefined ? undefined : true}
      aria-description={refusal}
      onClick={() => {
        if (refusal === undefined)
          app.openDialog({ kind: 'waiver', rule: ruleId, element: subjectOf(finding), waiver: null });
        else app.notify({ tone: 'info', text: `The regulated profile does not allow it: ${refusal}.` });
      }}
    >
      Accept with a reason…
    </Button>
  );
  return refusal === undefined ? (
    button
  ) : (
    <Tooltip text={`The regulated profile does not allow it: ${refusal}.`} side="top">
      {button}
    </Tooltip>
  );
};

/** Shows and hides what the rule rests on. */
export const WhyButton = ({ isOpen, onToggle }: { readonly isOpen: boolean; readonly onToggle: () => void }) => (
  <Button size="small" variant="quiet" icon={CircleHelp} aria-expanded={isOpen} onClick={onToggle}>
    Why?
  </Button>
);

/** Where a setting answers what a finding asks: goes there. */
export const AnswerButton = ({ finding }: { readonly finding: Finding }) => {
  const { ask, question } = finding;
  if (!ask || ask.setting === null) return null;
  const { element, setting } = ask;
  return (
    <Button
      size="small"
      icon={PencilLine}
      aria-description={question}
      onClick={() => answerQuestion({ subject: element, setting })}
    >
      Answer…
    </Button>
  );
};
