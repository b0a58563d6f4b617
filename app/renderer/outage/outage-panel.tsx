import type { ReactNode } from 'react';
import type { RecoveryEstimate } from '../../../shared/resilience/outage';
import { type RecoveryFigure, showMinutes } from '../../../shared/resilience/recovery-times';
import { app, useApp } from '../store/app';
import { Tooltip } from '../ui/tooltip';
import { FailureChoice } from './failure-choice';
import { outageIcons } from './outage-mark';
import { type OutageState, type OutageView, outageWords } from './outage-view';
import { tellCapacity } from './tier-left';
import './outage.css';
import './outage-canvas.css';

const entryWords = { up: 'all works', degraded: 'degraded', down: 'nothing works' } as const;

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="outage-panel__section">
    <h3>{title}</h3>
    {children}
  </section>
);

const State = ({ state, word }: { readonly state: OutageState; readonly word: string }) => {
  const Icon = state === 'up' || state === 'within' ? undefined : outageIcons[state];
  return (
    <span className="outage-panel__state" data-state={state}>
      {Icon ? <Icon size={12} strokeWidth={2.5} aria-hidden="true" /> : null}
      {word}
    </span>
  );
};

interface RowProps {
  readonly id: string;
  readonly name: string;
  readonly state: OutageState;
  readonly word?: string;
  readonly note?: string;
}

const Row = ({ id, name, state, word = outageWords[state], note = '' }: RowProps) => (
  <li className="outage-panel__row">
    <button type="button" className="outage-panel__name" onClick={() => app.canvas()?.reveal([id])}>
      {name}
    </button>
    <State state={state} word={word} />
    {note === '' ? null : <p className="outage-panel__note">{note}</p>}
  </li>
);

const Figure = ({ label, figure }: { readonly label: string; readonly figure: RecoveryFigure }) => {
  const text = `${figure.assumption} Source: ${figure.source}${figure.unverified ? ' (unverified)' : ''}.`;
  return (
    <Tooltip text={text} side="left">
      <button
        type="button"
        className="outage-panel__figure ui-numeric"
        aria-label={`${label} ${showMinutes(figure.minutes)}. ${text}`}
      >
        <span>{label}</span> {showMinutes(figure.minutes)}
      </button>
    </Tooltip>
  );
};

const Recoveries = ({ list }: { readonly list: readonly RecoveryEstimate[] }) => (
  <Section title="Recovery, estimated">
    <ul>
      {list.map(({ id, name, rto, rpo }) => (
        <li key={id} className="outage-panel__row">
          <span>{name}</span>
          <span className="outage-panel__figures">
            <Figure label="RTO" figure={rto} />
            <Figure label="RPO" figure={rpo} />
          </span>
        </li>
      ))}
    </ul>
  </Section>
);

/** Broken paths by the names of what they lead through. */
function tellPaths({ result }: OutageView, nameOf: (id: string) => string | undefined): string[] {
  const told = result.entries.flatMap(({ brokenPaths }) =>
    brokenPaths.map(({ path }) => path.flatMap((id) => nameOf(id) ?? []).join(' → ')),
  );
  return [...new Set(told)];
}

const stateOfTier = (percent: number, enough: boolean | null): OutageState =>
  percent === 0 || enough === false ? 'lost' : percent < 100 ? 'degraded' : 'up';

const Consequences = ({ outage }: { readonly outage: OutageView }) => {
  const elements = useApp(({ design }) => design.elements);
  const { result, stateOf } = outage;
  const hit = result.services.filter(({ id }) => (stateOf.get(id) ?? 'up') !== 'up');
  const paths = tellPaths(outage, (id) => elements.get(id)?.name);
  return (
    <>
      <Section title="Users">
        <ul>
          {result.entries.map(({ id, name, state }) => (
            <Row key={id} id={id} name={name} state={stateOf.get(id) ?? 'up'} word={entryWords[state]} />
          ))}
        </ul>
      </Section>
      {result.tiers.length === 0 ? null : (
        <Section title="Tiers">
          <ul>
            {result.tiers.map((tier) => (
              <li key={tier.id} className="outage-panel__row">
                <span>{tier.name}</span>
                <span className="outage-panel__state ui-numeric" data-state={stateOfTier(tier.percent, tier.enough)}>
                  {tellCapacity(tier)}
                </span>
                {tier.enough === false ? (
                  <p className="outage-panel__note">Too few: {tier.required} are needed.</p>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {result.lostSessions.length === 0 ? null : (
        <Section title="Lost sessions">
          {result.lostSessions.map(({ id, text }) => (
            <p key={id}>{text}</p>
          ))}
        </Section>
      )}
      {result.recoveries.length === 0 ? null : <Recoveries list={result.recoveries} />}
      {hit.length === 0 ? null : (
        <Section title="Services">
          <ul>
            {hit.map(({ id, name, reasons }) => (
              <Row key={id} id={id} name={name} state={stateOf.get(id) ?? 'up'} note={reasons.join(' ')} />
            ))}
          </ul>
        </Section>
      )}
      {paths.length === 0 ? null : (
        <Section title="Broken paths">
          {paths.map((path) => (
            <p key={path}>{path}</p>
          ))}
        </Section>
      )}
      {result.cutShort ? (
        <p className="outage-panel__note">The design is so large that not all paths were followed.</p>
      ) : null}
    </>
  );
};

/** Beside the drawing in outage mode: what fails, and what is left. */
export const OutagePanel = () => {
  const outage = useApp((state) => state.outage);
  if (!outage) return null;
  return (
    <div className="outage-panel">
      <header className="outage-panel__head">
        <h2>Outage</h2>
        <p className="outage-panel__note">Estimates; nothing of it is stored.</p>
      </header>
      <div className="outage-panel__scroll ui-scroll">
        <FailureChoice outage={outage} />
        {outage.failures.length === 0 ? null : <Consequences outage={outage} />}
      </div>
    </div>
  );
};
