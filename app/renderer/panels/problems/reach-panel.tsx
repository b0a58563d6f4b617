import { Search as SearchIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { findWays, type Way, type WaySearch } from '../../../../shared/assessment/find-ways';
import { designSettings } from '../../../../shared/catalog/design-settings';
import type { Design } from '../../../../shared/model/design';
import {
  showAvailability,
  showMinutesDown,
  showShare,
  showTarget,
} from '../../../../shared/resilience/show-availability';
import { dayOf } from '../../../../shared/util/day';
import { formatDelta, plural, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Button } from '../../ui/button';
import { NumberField } from '../../ui/number-field';
import { FixPreviewCard } from './fix-preview-card';
import { useSearch } from './use-search';

const DEFAULT_TARGET = 99.95;

const WayCard = ({ way, name }: { readonly way: Way; readonly name: string }) => {
  const key = `set:${name}`;
  const preview = useApp((state) => (state.preview?.findingKey === key ? state.preview : null));
  const { steps, entry, counts } = way;
  const show = () => {
    app.previewSet(key, steps.map(({ title }) => title).join('; '), way.design);
    const added = [...way.diff.elements].flatMap(([id, { from }]) => (from ? [] : [id]));
    app.canvas()?.reveal(added);
  };
  return (
    <li className="mend__way">
      <div className="mend__head">
        <p className="ui-numeric">
          <strong>{formatDelta(way.monthlyMicros)}</strong> · {showAvailability(entry)} · {showMinutesDown(entry)}{' '}
          without service · {plural(counts.error, 'error')} left
        </p>
        <Button size="small" aria-pressed={preview !== null} onClick={preview ? app.closePreview : show}>
          {preview ? 'Hide' : 'Show'} {name}
        </Button>
      </div>
      <ul className="mend__steps">
        {steps.map(({ ruleId, finding, title, subject }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same fix may be there twice, and the list never changes
          <li key={index}>
            <span className="finding__rule" title={finding}>
              {ruleId}
            </span>{' '}
            {shorten(subject, 40)}: {shorten(title, 120)}
          </li>
        ))}
      </ul>
      {preview ? <FixPreviewCard preview={preview} /> : null}
    </li>
  );
};

const limitsOf = ({ nearest, now }: WaySearch): string =>
  ((nearest?.entry ?? now)?.limiting ?? [])
    .map(({ name, availability }) => `${shorten(name, 40)} (${showShare(availability)})`)
    .join(', ');

function tell(search: WaySearch): string {
  const { outcome, target, now } = search;
  const wanted = showTarget(target);
  switch (outcome) {
    case 'already':
      return `The design reaches ${wanted} as it is: ${now ? showAvailability(now) : ''}.`;
    case 'no-entry':
      return 'Nobody is drawn who sends requests. Add users and connect them to what they call.';
    case 'reached':
      return `Ways to ${wanted}, the cheapest first:`;
    case 'unreachable':
      return `${wanted} is out of reach of the fixes there are. Limited most by ${limitsOf(search)}.${search.nearest ? ' The nearest:' : ' No fix raises it.'}`;
  }
}

const Outcome = ({ search }: { readonly search: WaySearch }) => (
  <>
    <p>{tell(search)}</p>
    <ul>
      {search.ways.map((way, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ways are told apart by their rank
        <WayCard key={index} way={way} name={`way ${index + 1}`} />
      ))}
      {search.nearest ? <WayCard way={search.nearest} name="the nearest" /> : null}
    </ul>
    {search.cutShort ? (
      <p className="mend__reason">Cut short after {plural(search.tried, 'design')}: there may be better ways.</p>
    ) : null}
  </>
);

/** Ranks sets of fixes by what they cost, for an availability to reach. */
export const ReachPanel = () => {
  const design = useApp((state) => state.design);
  const books = useApp((state) => state.books);
  const { targetAvailability } = designSettings.read(design.header.settings);
  const [target, setTarget] = useState(targetAvailability ?? DEFAULT_TARGET);
  const [searched, setSearched] = useState<Design | null>(null);
  const { tried, result, start, stop } = useSearch<WaySearch>();
  const isCurrent = searched === design;
  useEffect(() => {
    if (!isCurrent) stop();
  }, [isCurrent, stop]);
  const look = () => {
    if (!books || !(target >= 0 && target <= 100)) return;
    app.closePreview();
    setSearched(design);
    start(findWays(design, { target: target / 100, books, today: dayOf(new Date()) }));
  };
  return (
    <div className="mend__panel">
      <form
        className="mend__form"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <label htmlFor="mend-target">Reach</label>
        <span className="mend__target">
          <NumberField
            id="mend-target"
            value={target}
            min={0}
            max={100}
            step={0.01}
            unit="%"
            invalid={!(target >= 0 && target <= 100)}
            onEdit={setTarget}
            onCommit={() => undefined}
            onCancel={() => undefined}
          />
        </span>
        <Button size="small" icon={SearchIcon} disabled={!books} type="submit">
          Look for the cheapest way
        </Button>
        {tried === null || !isCurrent ? null : (
          <>
            <span role="status">Trying fixes… {tried}</span>
            <Button size="small" variant="quiet" onClick={stop}>
              Stop
            </Button>
          </>
        )}
      </form>
      {target >= 0 && target <= 100 ? null : <p className="ui-field__error">Give a percentage from 0 to 100.</p>}
      {result && isCurrent ? <Outcome search={result} /> : null}
      {result && !isCurrent ? <p className="mend__reason">The design has changed. Look again.</p> : null}
    </div>
  );
};
