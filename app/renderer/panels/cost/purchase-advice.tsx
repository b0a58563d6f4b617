import { useMemo, useState } from 'react';
import { PURCHASES } from '../../../../shared/catalog/purchase';
import { changeSettings } from '../../../../shared/commands/change-settings';
import {
  describeAdvice,
  type PurchaseAdvice,
  recommendPurchases,
} from '../../../../shared/pricing/recommend-purchases';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Button } from '../../ui/button';

const SHOWN = 20;

const Advice = ({ advice }: { advice: PurchaseAdvice }) => {
  const name = useApp(({ design }) => design.elements.get(advice.elementId)?.name ?? advice.elementId);
  const { elementId, suggested } = advice;
  return (
    <li className="cost__advice">
      <span>
        <strong>{shorten(name, 60)}</strong>: {describeAdvice(advice)}
      </span>
      <Button
        size="small"
        aria-label={`Buy ${shorten(name, 60)} as ${PURCHASES[suggested]}`}
        onClick={() =>
          app.dispatch(`Buy ${name} as ${PURCHASES[suggested]}`, (design) =>
            changeSettings(design, { ids: [elementId], settings: { purchase: suggested } }),
          )
        }
      >
        Apply
      </Button>
    </li>
  );
};

const AdviceList = () => {
  const topology = useApp((state) => state.topology);
  const books = useApp((state) => state.books);
  const advice = useMemo(() => (books ? recommendPurchases(topology, books) : []), [topology, books]);
  if (advice.length === 0)
    return <p className="cost__note">Nothing here costs less when it is bought in another way.</p>;
  return (
    <ul className="cost__advices">
      {advice.slice(0, SHOWN).map((item) => (
        <Advice key={item.elementId} advice={item} />
      ))}
    </ul>
  );
};

/** Cheaper ways to buy the same capacity, with the reason; worked out only while they are shown. */
export const PurchaseAdviceSection = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="cost__ways" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Ways to pay less</summary>
      {isOpen ? <AdviceList /> : null}
    </details>
  );
};
