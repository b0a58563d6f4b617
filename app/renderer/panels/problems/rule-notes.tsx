import { rules } from '../../../../shared/validation/rules';

interface RuleNotesProps {
  readonly ruleId: string;
  readonly why: string;
  readonly source: string;
}

/** Why a rule matters, when it fires, and what it rests on. */
export const RuleNotes = ({ ruleId, why, source }: RuleNotesProps) => {
  const trigger = rules.find(({ id }) => id === ruleId)?.trigger;
  return (
    <section className="rule-notes ui-selectable" aria-label={`Why ${ruleId}`}>
      <p>{why}</p>
      {trigger === undefined ? null : <p className="rule-notes__detail">Found where: {trigger}</p>}
      {source === '' ? null : <p className="rule-notes__detail">Rests on: {source}</p>}
    </section>
  );
};
