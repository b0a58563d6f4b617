import { readBasis } from '../../../../shared/pricing/basis';
import { formatUsd } from '../../../../shared/pricing/money';
import { showQuantity } from '../../../../shared/pricing/show-quantity';
import { splitTraffic, type TrafficPart, WAYS } from '../../../../shared/pricing/traffic-split';
import { useApp } from '../../store/app';
import { Section } from './section';
import './traffic.css';

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

const costOf = ({ micros, way, note }: TrafficPart): string => {
  if (micros === null) return '≥ ?';
  if (micros > 0) return formatUsd(micros);
  return note !== '' && way !== 'cross-zone' && way !== 'region' ? '' : 'free';
};

const Part = ({ part }: { part: TrafficPart }) => {
  const { way, share, gigabytes, note } = part;
  return (
    <li className="traffic__part">
      <span className="traffic__key" data-way={way} aria-hidden="true" />
      <span>
        {WAYS[way]}
        {note === '' ? null : <span className="traffic__note">{note}</span>}
      </span>
      <span className="traffic__figures ui-numeric">
        {gigabytes === null ? percent(share) : `${showQuantity(Math.round(gigabytes * 100) / 100)} GB`}
        <span className="traffic__cost">{costOf(part)}</span>
      </span>
    </li>
  );
};

/** Where the places of its ends send what a connection carries, and what each way costs. */
export const TrafficSection = ({ id }: { id: string }) => {
  const link = useApp((state) => state.topology.link(id));
  const books = useApp((state) => state.books);
  const header = useApp((state) => state.design.header);
  if (!link || !books) return null;
  const { scenario } = readBasis({ header });
  const { gigabytes, requestsPerSecond, parts } = splitTraffic(link, books, scenario);
  if (parts.length === 0) return null;
  return (
    <Section title="Where the data goes">
      <div className="traffic__bar" aria-hidden="true">
        {parts.map(({ way, share }) => (
          <span key={way} data-way={way} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul className="traffic__parts">
        {parts.map((part) => (
          <Part key={part.way} part={part} />
        ))}
      </ul>
      <p className="inspector__note ui-numeric">
        {gigabytes === null
          ? 'How much flows is not stated, so the bill is “at least”. Enter its data below, under Usage.'
          : `${showQuantity(gigabytes)} GB a month${requestsPerSecond === null ? '' : `, ${showQuantity(requestsPerSecond)} requests a second`}, ${scenario.name.toLowerCase()} usage.`}
      </p>
    </Section>
  );
};
