import { ArrowLeftRight, ArrowRight, CornerDownLeft, CornerUpRight, Spline, Trash2 } from 'lucide-react';
import {
  connectionKindsBetween,
  connectionMeanings,
  connectionSettings,
  isConnectionKind,
} from '../../../../shared/catalog/connections';
import { changeConnection } from '../../../../shared/commands/change-connection';
import { runAction } from '../../actions/registry';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { selectConnection, selectElement } from '../../store/selectors';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Select } from '../../ui/select';
import { Section } from './section';
import { SettingsForm } from './settings-form';
import { Standing } from './standing';
import { TrafficSection } from './traffic-section';

const End = ({ id }: { id: string }) => {
  const element = useApp(selectElement(id));
  return (
    <button type="button" className="inspector__end ui-truncate" onClick={() => app.select({ elements: [id] })}>
      {shorten(element?.name ?? id, 40)}
    </button>
  );
};

const KindField = ({ id }: { id: string }) => {
  const connection = useApp(selectConnection(id));
  const from = useApp((state) => state.design.elements.get(connection?.from ?? '')?.kind ?? '');
  const to = useApp((state) => state.design.elements.get(connection?.to ?? '')?.kind ?? '');
  if (!connection) return null;
  const kinds = [...new Set([...connectionKindsBetween(from, to), connection.kind])];
  const options = kinds.map((kind) => ({
    value: kind,
    label: isConnectionKind(kind) ? connectionMeanings[kind].title : shorten(kind, 40),
  }));
  return (
    <Field label="Meaning" help="What the connection is for; rules, security groups and prices follow it.">
      {({ control }) => (
        <Select
          id={control}
          value={connection.kind}
          options={options}
          onChange={(kind) => {
            if (isConnectionKind(kind))
              app.dispatch('Change meaning of connection', (design) => changeConnection(design, { id, kind }));
          }}
        />
      )}
    </Field>
  );
};

export const ConnectionInspector = ({ id }: { id: string }) => {
  const connection = useApp(selectConnection(id));
  const link = useApp((state) => state.topology.link(id));
  if (!connection) return null;
  const opensPort = link?.opensPort ?? true;
  const hasAccess = connection.kind === 'data';
  const isShown = (key: string) =>
    key === 'access' ? hasAccess : key === 'protocol' || key === 'port' ? opensPort : true;
  return (
    <div className="inspector">
      <header className="inspector__head">
        <div className="inspector__heading">
          <h2>Connection</h2>
          <p className="inspector__ends">
            <End id={connection.from} />
            <ArrowRight size={14} aria-label="to" />
            <End id={connection.to} />
          </p>
        </div>
      </header>
      <div className="inspector__scroll ui-scroll">
        <Standing id={id} />
        <Section title="Meaning" isTitleHidden>
          <KindField id={id} />
          {link && opensPort ? (
            <p className="inspector__note ui-numeric">
              Opens {link.protocol.toUpperCase()} {link.port} on {shorten(link.to.name, 40)}.
            </p>
          ) : null}
        </Section>
        <TrafficSection id={id} />
        <SettingsForm
          schema={connectionSettings.schema}
          values={[connectionSettings.read(connection.settings)]}
          subject="connection"
          only={isShown}
          commandFor={(key, value) => (design) => changeConnection(design, { id, settings: { [key]: value } })}
        />
        <div className="inspector__actions">
          <Button size="small" icon={ArrowLeftRight} onClick={() => runAction('edit.reverseConnection')}>
            Reverse
          </Button>
          <Button size="small" icon={CornerDownLeft} onClick={() => runAction('edit.reattachStart')}>
            Start at…
          </Button>
          <Button size="small" icon={CornerUpRight} onClick={() => runAction('edit.reattachEnd')}>
            End at…
          </Button>
          {connection.bends ? (
            <Button size="small" icon={Spline} onClick={() => runAction('edit.straightenConnection')}>
              Straighten
            </Button>
          ) : null}
          <Button size="small" icon={Trash2} onClick={() => runAction('edit.delete')}>
            Delete
          </Button>
        </div>
      </div>
    </div>
  );
};
