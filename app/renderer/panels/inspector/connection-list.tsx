import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { connectionMeanings, isConnectionKind } from '../../../../shared/catalog/connections';
import type { Connection } from '../../../../shared/model/design';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Section } from './section';

const meaning = (kind: string): string => (isConnectionKind(kind) ? connectionMeanings[kind].title : kind);

const Row = ({ connection, isOut }: { connection: Connection; isOut: boolean }) => {
  const other = useApp((state) => state.design.elements.get(isOut ? connection.to : connection.from)?.name ?? '');
  const Arrow = isOut ? ArrowRight : ArrowLeft;
  return (
    <li>
      <button
        type="button"
        className="inspector__row"
        onClick={() => app.select({ connections: [connection.id] })}
        onPointerEnter={() => app.hover(connection.id)}
        onPointerLeave={() => app.hover(null)}
      >
        <Arrow size={14} aria-label={isOut ? 'to' : 'from'} />
        <span className="ui-truncate">{shorten(other, 60)}</span>
        <span className="inspector__row-note">{meaning(connection.kind)}</span>
      </button>
    </li>
  );
};

/** The connections of an element, each a way to the connection itself. */
export const ConnectionList = ({ id }: { id: string }) => {
  const connections = useApp(
    useShallow((state) => [...state.design.connections.values()].filter(({ from, to }) => from === id || to === id)),
  );
  if (connections.length === 0) return null;
  return (
    <Section title="Connections">
      <ul className="inspector__rows">
        {connections.map((connection) => (
          <Row key={connection.id} connection={connection} isOut={connection.from === id} />
        ))}
      </ul>
    </Section>
  );
};
