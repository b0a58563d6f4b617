import { useEffect, useState } from 'react';
import { rules } from '../../../../shared/validation/rules';

/** Pictures that the documentation of the rules has too. */
const pictures = import.meta.glob<string>('../../../../docs/rules/*.svg', { query: '?raw', import: 'default' });

const readPicture = async (ruleId: string): Promise<string | null> => {
  const load = Object.entries(pictures).find(([path]) => path.endsWith(`/${ruleId}.svg`))?.[1];
  return load ? `data:image/svg+xml,${encodeURIComponent(await load())}` : null;
};

/** A design in which the rule finds something, beside one that passes. */
const RulePicture = ({ ruleId }: { readonly ruleId: string }) => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void readPicture(ruleId).then((read) => {
      if (isWanted) setAddress(read);
    });
    return () => {
      isWanted = false;
    };
  }, [ruleId]);
  return address === null ? null : (
    <img
      className="rule-notes__picture"
      src={address}
      alt={`A design in which ${ruleId} is found, and one that passes`}
    />
  );
};

interface RuleNotesProps {
  readonly ruleId: string;
  readonly why: string;
  readonly source: string;
}

/** Why a rule matters, when it fires, what it rests on, and how it looks. */
export const RuleNotes = ({ ruleId, why, source }: RuleNotesProps) => {
  const trigger = rules.find(({ id }) => id === ruleId)?.trigger;
  return (
    <section className="rule-notes ui-selectable" aria-label={`Why ${ruleId}`}>
      <p>{why}</p>
      {trigger === undefined ? null : <p className="rule-notes__detail">Found where: {trigger}</p>}
      {source === '' ? null : <p className="rule-notes__detail">Rests on: {source}</p>}
      <RulePicture ruleId={ruleId} />
    </section>
  );
};
