import { useEffect, useRef, useState } from 'react';
import { type Attempt, type Mended, mendStepwise } from '../../../../shared/assessment/mend-design';
import type { Design } from '../../../../shared/model/design';
import { dayOf } from '../../../../shared/util/day';
import { plural, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { FixPreviewCard } from './fix-preview-card';
import { useSearch } from './use-search';

const KEY = 'set:safe';

const AttemptLine = ({ attempt: { finding, fix, subject, reason } }: { readonly attempt: Attempt }) => (
  <li>
    <span className="finding__rule">{finding.ruleId}</span> {shorten(subject, 40)}: {shorten(fix.title, 120)}
    {reason === '' ? null : <span className="mend__reason">. {reason}</span>}
  </li>
);

const Outcome = ({ mended: { attempts, cutShort } }: { readonly mended: Mended }) => {
  const applied = attempts.filter(({ isApplied }) => isApplied);
  const left = attempts.filter(({ isApplied }) => !isApplied);
  return (
    <>
      <p>
        {applied.length === 0
          ? 'No automatic fix is safe: each raises the bill or another warning, deletes something or lowers the availability.'
          : `${plural(applied.length, 'fix', 'fixes')}, together one step:`}
      </p>
      <ul className="mend__steps">
        {applied.map((attempt) => (
          <AttemptLine key={`${attempt.finding.key} ${attempt.fix.id}`} attempt={attempt} />
        ))}
      </ul>
      {left.length === 0 ? null : (
        <details className="mend__left">
          <summary>{plural(left.length, 'fix', 'fixes')} left out, with the reason</summary>
          <ul className="mend__steps">
            {left.map((attempt) => (
              <AttemptLine key={`${attempt.finding.key} ${attempt.fix.id}`} attempt={attempt} />
            ))}
          </ul>
        </details>
      )}
      {cutShort ? (
        <p className="mend__reason">
          Cut short after {plural(attempts.length, 'fix', 'fixes')}: do these, then look again.
        </p>
      ) : null}
    </>
  );
};

/** All automatic fixes that raise neither the bill nor another warning, delete nothing and lower no availability: what they do together, then one undo step. */
export const SafePanel = () => {
  const design = useApp((state) => state.design);
  const books = useApp((state) => state.books);
  const preview = useApp((state) => (state.preview?.findingKey === KEY ? state.preview : null));
  const { tried, result, start, stop } = useSearch<Mended>();
  const [searched, setSearched] = useState<Design | null>(null);
  const isCurrent = searched === design;
  const shown = useRef<Mended | null>(null);
  useEffect(() => {
    if (!books || isCurrent) return;
    setSearched(design);
    start(mendStepwise(design, books, { safe: true, today: dayOf(new Date()) }));
  }, [design, books, isCurrent, start]);
  useEffect(() => stop, [stop]);
  useEffect(() => {
    if (!result || !isCurrent || shown.current === result || result.design === design) return;
    shown.current = result;
    app.previewSet(KEY, 'Fix all safe ones', result.design);
  }, [result, isCurrent, design]);
  return (
    <div className="mend__panel">
      {!books ? <p>Prices are loading.</p> : null}
      {tried === null ? null : <p role="status">Trying fixes… {tried}</p>}
      {result && isCurrent ? <Outcome mended={result} /> : null}
      {preview ? <FixPreviewCard preview={preview} /> : null}
    </div>
  );
};
