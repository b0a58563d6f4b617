import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import { designSettings } from '../../../../shared/catalog/design-settings';
import { isPurchase, PURCHASES, type Purchase } from '../../../../shared/catalog/purchase';
import { changeSettings } from '../../../../shared/commands/change-settings';
import { comparePurchases, isPurchasable, type PurchaseOffer } from '../../../../shared/pricing/compare-purchases';
import { formatUsd } from '../../../../shared/pricing/money';
import { judgeSpot } from '../../../../shared/topology/spot';
import type { Service } from '../../../../shared/topology/topology';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import './purchase.css';

const describeOffer = ({ upfront, monthly, breakEvenMonth }: PurchaseOffer): string => {
  if (upfront === 0) return '';
  const rest = monthly === 0 ? '' : `, then ${formatUsd(monthly)} a month`;
  const payOff = breakEvenMonth === null ? 'never pays off' : `pays off in month ${breakEvenMonth}`;
  return `${formatUsd(upfront)} once${rest}; ${payOff}`;
};

interface OfferProps {
  service: Service;
  offer: PurchaseOffer;
  onDemand: PurchaseOffer | undefined;
  isCurrent: boolean;
}

const Offer = ({ service, offer, onDemand, isCurrent }: OfferProps) => {
  const { purchase, effective, isPriced } = offer;
  const saved = onDemand?.isPriced && onDemand.effective > 0 ? 1 - effective / onDemand.effective : 0;
  const risk = purchase === 'spot' ? judgeSpot(service) : undefined;
  const note = risk && !risk.survives ? risk.reason : isPriced ? describeOffer(offer) : 'No price is known here.';
  const title = PURCHASES[purchase];
  return (
    <li>
      <button
        type="button"
        className="buying__offer"
        aria-pressed={isCurrent}
        onClick={() =>
          app.dispatch(`Buy ${shorten(service.name, 40)} as ${title}`, (design) =>
            changeSettings(design, { ids: [service.id], settings: { purchase } }),
          )
        }
      >
        <span className="buying__check">{isCurrent ? <Check size={14} aria-hidden="true" /> : null}</span>
        <span>
          {title}
          {note === '' ? null : <span className="buying__note ui-numeric">{note}</span>}
        </span>
        <span className="buying__figure ui-numeric">
          {isPriced ? `${formatUsd(effective)}/mo` : '–'}
          {isPriced && saved >= 0.005 ? <span className="buying__saved">−{Math.round(saved * 100)} %</span> : null}
        </span>
      </button>
    </li>
  );
};

const Offers = ({ service }: { service: Service }) => {
  const books = useApp((state) => state.books);
  const header = useApp((state) => state.design.header);
  const { purchase, hoursPerMonth } = designSettings.read(header.settings);
  const offers = useMemo(
    () => (books ? comparePurchases(service, books, hoursPerMonth) : []),
    [service, books, hoursPerMonth],
  );
  const own = service.element.settings.purchase;
  const current: Purchase = typeof own === 'string' && isPurchase(own) ? own : purchase;
  const shown = offers.filter(({ isPriced, purchase: way }) => isPriced || way === current);
  const onDemand = offers.find((offer) => offer.purchase === 'on-demand');
  return (
    <>
      <ul className="buying__offers">
        {shown.map((offer) => (
          <Offer
            key={offer.purchase}
            service={service}
            offer={offer}
            onDemand={onDemand}
            isCurrent={offer.purchase === current}
          />
        ))}
      </ul>
      <p className="inspector__note">
        A month with its share of what is paid once, volumes and addresses included.
        {shown.length < offers.length ? ' The other ways have no known price in this Region.' : ''}
      </p>
    </>
  );
};

/** Every way to buy an element's capacity, side by side; worked out only while it is shown. */
export const PurchaseSection = ({ id }: { id: string }) => {
  const service = useApp((state) => state.topology.service(id));
  const [isOpen, setOpen] = useState(false);
  if (!service || !isPurchasable(service)) return null;
  return (
    <details className="buying" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Ways to buy it</summary>
      {isOpen ? <Offers service={service} /> : null}
    </details>
  );
};
