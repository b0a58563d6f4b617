import { formatFigure, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { selectCost, selectFindings } from '../../store/selectors';
import { SeverityIcon } from '../../ui/badge';
import { focusFinding } from '../problems/focus-finding';

/** What is wrong with the selected thing and what it costs, each leading to the details. */
export const Standing = ({ id }: { id: string }) => {
  const findings = useApp(selectFindings(id));
  const cost = useApp(selectCost(id));
  if (findings.length === 0 && !cost) return null;
  return (
    <section className="inspector__standing" aria-label="Findings and cost">
      {findings.length === 0 ? null : (
        <ul>
          {findings.map((finding) => (
            <li key={finding.key}>
              <button type="button" className="inspector__finding" onClick={() => focusFinding(finding.key)}>
                <SeverityIcon tone={finding.status === 'unknown' ? 'unknown' : finding.severity} />
                <span>{shorten(finding.title, 120)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {cost ? (
        <button
          type="button"
          className="inspector__cost"
          onClick={() => {
            app.setView({ drawerTab: 'cost' });
            app.setPanels({ drawerOpen: true });
          }}
        >
          <span>Cost</span>
          <span className="ui-numeric">{formatFigure(cost)}</span>
        </button>
      ) : null}
    </section>
  );
};
