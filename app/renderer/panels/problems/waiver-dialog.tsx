import { useState } from 'react';
import { addWaiver } from '../../../../shared/commands/add-waiver';
import type { Waiver } from '../../../../shared/model/design';
import { nameSubject } from '../../../../shared/model/name-subject';
import { EVERY_ELEMENT, waiversOf } from '../../../../shared/model/waiver';
import { dayOf, isDay } from '../../../../shared/util/day';
import { rules } from '../../../../shared/validation/rules';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Select } from '../../ui/select';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';

interface Draft {
  readonly element: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

type Faults = Partial<Record<keyof Draft, string>>;

function findFaults({ reason, owner, expires }: Draft, today: string): Faults {
  return {
    ...(reason.trim() === '' ? { reason: 'Say why it is accepted: whoever reads this later has to know.' } : {}),
    ...(owner.trim() === '' ? { owner: 'Say who answers for it.' } : {}),
    ...(expires !== '' && !isDay(expires) ? { expires: 'Give a day such as 2026-12-31, or nothing for no end.' } : {}),
    ...(isDay(expires) && expires < today ? { expires: 'This day has passed. Choose a later one.' } : {}),
  };
}

/** Whoever accepted something last. */
const lastOwner = (waivers: readonly Waiver[]): string =>
  waivers.reduce<Waiver | null>((last, item) => (last && last.created >= item.created ? last : item), null)?.owner ??
  '';

const ignore = () => undefined;

interface WaiverDialogProps {
  readonly rule: string;
  readonly element: string;
  readonly waiver: Waiver | null;
}

/** Accepts what a rule finds: why, who answers for it, and until when. */
export const WaiverDialog = ({ rule, element, waiver }: WaiverDialogProps) => {
  const design = useApp((state) => state.design);
  const today = dayOf(new Date());
  const [draft, setDraft] = useState<Draft>({
    element,
    reason: waiver?.reason ?? '',
    owner: waiver?.owner ?? lastOwner(waiversOf(design)),
    expires: waiver?.expires ?? '',
  });
  const [isTold, setTold] = useState(false);
  const faults = isTold ? findFaults(draft, today) : {};
  const title = rules.find(({ id }) => id === rule)?.title ?? rule;
  const change = (fields: Partial<Draft>) => setDraft((before) => ({ ...before, ...fields }));
  const accept = () => {
    setTold(true);
    if (Object.keys(findFaults(draft, today)).length > 0) return;
    const { expires, ...fields } = draft;
    const next: Waiver = { ...fields, rule, created: today, ...(expires === '' ? {} : { expires }) };
    if (app.dispatch(`Accept ${rule}`, (current) => addWaiver(current, next)).ok) app.closeDialog();
  };
  return (
    <Dialog
      open
      onClose={app.closeDialog}
      title={waiver ? 'Edit the acceptance' : 'Accept with a reason'}
      description={`${rule}: ${title}. It is kept in the file, does not count, and stays on the list of what is accepted.`}
      footer={
        <>
          <span className="ui-dialog__foot-lead" />
          <Button onClick={app.closeDialog}>Cancel</Button>
          <Button variant="primary" onClick={accept}>
            {waiver ? 'Save' : 'Accept'}
          </Button>
        </>
      }
    >
      <form
        className="waiver-form"
        onSubmit={(event) => {
          event.preventDefault();
          accept();
        }}
      >
        <Field label="Reason" error={faults.reason}>
          {({ control, describedBy }) => (
            <TextArea
              id={control}
              aria-describedby={describedBy}
              aria-required
              maxLength={4000}
              value={draft.reason}
              invalid={faults.reason !== undefined}
              onEdit={(reason) => change({ reason })}
              onCommit={ignore}
              onCancel={ignore}
            />
          )}
        </Field>
        <Field label="Who answers for it" error={faults.owner}>
          {({ control, describedBy }) => (
            <TextField
              id={control}
              aria-describedby={describedBy}
              aria-required
              maxLength={200}
              value={draft.owner}
              invalid={faults.owner !== undefined}
              onEdit={(owner) => change({ owner })}
              onCommit={ignore}
              onCancel={ignore}
            />
          )}
        </Field>
        <Field
          label="Until"
          help="Last day it holds. After that the finding is back, with a note. Empty: no end."
          error={faults.expires}
        >
          {({ control, describedBy }) => (
            <TextField
              id={control}
              aria-describedby={describedBy}
              maxLength={10}
              placeholder="No end, or a day such as 2026-12-31"
              value={draft.expires}
              invalid={faults.expires !== undefined}
              onEdit={(expires) => change({ expires: expires.trim() })}
              onCommit={ignore}
              onCancel={ignore}
            />
          )}
        </Field>
        <Field label="Holds for">
          {({ control }) => (
            <Select
              id={control}
              value={draft.element}
              onChange={(chosen) => change({ element: chosen })}
              options={[...new Set([element, EVERY_ELEMENT])].map((id) => ({
                value: id,
                label: id === EVERY_ELEMENT ? 'Every element' : shorten(nameSubject(design, id), 60),
              }))}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
};
