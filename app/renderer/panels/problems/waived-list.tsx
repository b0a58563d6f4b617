import { CheckCheck, Pencil, Trash2 } from 'lucide-react';
import { removeWaiver } from '../../../../shared/commands/remove-waiver';
import type { Waiver } from '../../../../shared/model/design';
import { nameSubject } from '../../../../shared/model/name-subject';
import { waiverKey } from '../../../../shared/model/waiver';
import { rules } from '../../../../shared/validation/rules';
import { formatDay, plural, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Badge } from '../../ui/badge';
import { Button, IconButton } from '../../ui/button';
import { jumpTo } from './focus-finding';

const titleOf = (rule: string): string =>
  rules.find(({ id }) => id === rule)?.title ?? 'A rule this version does not know';

interface RowProps {
  readonly waiver: Waiver;
  /** Findings it accepts. */
  readonly count: number;
  /** Why it accepts nothing. */
  readonly idle: string | null;
}

const WaiverRow = ({ waiver, count, idle }: RowProps) => {
  const { rule, element, reason, owner, created, expires } = waiver;
  const subject = useApp(({ design }) => shorten(nameSubject(design, element), 60));
  const isThere = useApp(({ design }) => design.elements.has(element) || design.connections.has(element));
  const title = titleOf(rule);
  return (
    <li className="finding" data-idle={idle === null ? undefined : ''}>
      <CheckCheck size={16} className="ui-tone" data-tone={idle === null ? 'ok' : 'unknown'} aria-hidden="true" />
      <div className="finding__body">
        {isThere ? (
          <button type="button" className="finding__title" onClick={() => jumpTo(element)}>
            {title}
          </button>
        ) : (
          <p className="finding__title">{title}</p>
        )}
        <p className="finding__message ui-selectable">
          {subject}
          {element === '*' && count > 0 ? ` (${plural(count, 'finding')})` : ''}: “{shorten(reason, 400)}”
        </p>
        <p className="finding__note ui-selectable">
          Accepted by {shorten(owner, 80)} on {formatDay(created)}
          {expires === undefined ? '' : `, until ${formatDay(expires)}`}
          {idle === null ? '' : `. Accepts nothing: ${idle}`}
        </p>
      </div>
      <span className="finding__rule">{rule}</span>
      <IconButton
        size="small"
        side="left"
        icon={Pencil}
        label={`Edit the acceptance of ${rule} on ${subject}`}
        disabled={!isThere && element !== '*'}
        onClick={() => app.openDialog({ kind: 'waiver', rule, element, waiver })}
      />
      <IconButton
        size="small"
        side="left"
        icon={Trash2}
        label={`No longer accept ${rule} on ${subject}`}
        onClick={() => app.dispatch(`No longer accept ${rule}`, (design) => removeWaiver(design, waiver))}
      />
    </li>
  );
};

/** What is accepted, by whom and why; waivers that accept nothing say so. */
export const WaivedList = () => {
  const waivers = useApp((state) => state.waivers);
  const waived = useApp((state) => state.waived);
  if (waivers.length === 0) return null;
  const idle = waivers.filter((standing) => standing.idle !== null);
  const clear = () => {
    app.beginGesture('Remove waivers that accept nothing');
    for (const { waiver } of idle) app.dispatch('Remove waiver', (design) => removeWaiver(design, waiver));
    app.commitGesture();
  };
  return (
    <section aria-label="Accepted">
      <h2 className="problems__group">
        Accepted
        <Badge tone="neutral">{waived.length}</Badge>
        {idle.length > 1 ? (
          <Button size="small" variant="quiet" className="problems__clear" onClick={clear}>
            Remove {idle.length} that accept nothing
          </Button>
        ) : null}
      </h2>
      <ul>
        {waivers.map(({ waiver, idle: why }) => (
          <WaiverRow
            key={waiverKey(waiver)}
            waiver={waiver}
            idle={why}
            count={waived.filter((item) => item.waiver === waiver).length}
          />
        ))}
      </ul>
    </section>
  );
};
