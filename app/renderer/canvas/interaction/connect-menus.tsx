import { DropdownMenu as Menu } from 'radix-ui';
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { definitionOf } from '../../../../shared/catalog/catalog';
import { connectionKindsBetween, connectionMeanings } from '../../../../shared/catalog/connections';
import type { Design, Element } from '../../../../shared/model/design';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Dialog } from '../../ui/dialog';
import { KindIcon } from '../icons';
import { isContainerKind } from '../projection/drawing-order';
import { type ConnectQuestion, type ConnectSearch, closeConnectMenus, connectMenus } from './connect-menu-state';
import { addConnection, connectElements, reattach } from './connecting';

/** Which of several meanings a new connection has. */
const Question = ({ question }: { readonly question: ConnectQuestion }) => {
  const nameOf = (id: string): string => app.getState().design.elements.get(id)?.name ?? id;
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => (open ? undefined : closeConnectMenus())}>
      <Menu.Trigger asChild>
        <span
          className="canvas-menu"
          aria-hidden="true"
          style={{ left: question.at.x, top: question.at.y, width: 1, height: 1 }}
        />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content
          className="ui-floating ui-menu"
          align="start"
          collisionPadding={8}
          aria-label="Kind of connection"
        >
          <Menu.Label className="ui-menu__label">{nameOf(question.from)}…</Menu.Label>
          {question.choices.map((kind) => (
            <Menu.Item
              key={kind}
              className="ui-menu__item"
              onSelect={() => addConnection(question.from, question.to, kind)}
            >
              {`${connectionMeanings[kind].title} ${nameOf(question.to)}`}
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
};

/** Elements that make sense at the other end of what is being connected. */
function targetsOf({ elements, connections }: Design, { from, reattach }: ConnectSearch): readonly Element[] {
  const source = elements.get(from);
  if (!source) return [];
  const current = reattach && connections.get(reattach.id)?.[reattach.end];
  return [...elements.values()].filter(({ id, kind }) => {
    if (id === from || id === current || isContainerKind(kind)) return false;
    const isReversed = reattach?.end === 'from';
    return (
      (isReversed ? connectionKindsBetween(kind, source.kind) : connectionKindsBetween(source.kind, kind)).length > 0
    );
  });
}

const titleOf = ({ reattach }: ConnectSearch, name: string): string =>
  reattach ? `${reattach.end === 'from' ? 'Start' : 'End'} the connection at…` : `Connect ${name} to…`;

/** Everything the source can be connected to, for those who do not drag. */
const TargetSearch = ({ search }: { readonly search: ConnectSearch }) => {
  const [query, setQuery] = useState('');
  const design = useApp((state) => state.design);
  const source = design.elements.get(search.from);
  const targets = useMemo(() => targetsOf(design, search), [design, search]);
  const wanted = query.trim().toLowerCase();
  const shown = targets.filter(({ name, kind }) =>
    `${name} ${definitionOf(kind)?.title ?? kind}`.toLowerCase().includes(wanted),
  );
  const chosen = useRef<string | null>(null);
  const choose = (id: string): void => {
    chosen.current = id;
    closeConnectMenus();
  };
  // Not before: a menu opened while the focus is on its way back would lose it again.
  const connectChosen = (): void => {
    const middle = { x: window.innerWidth / 2, y: window.innerHeight / 2 };
    if (chosen.current === null) return;
    if (search.reattach) reattach(search.reattach.id, search.reattach.end, chosen.current);
    else connectElements(search.from, chosen.current, middle);
  };
  return (
    <Dialog
      open
      onClose={closeConnectMenus}
      onClosed={connectChosen}
      title={titleOf(search, shorten(source?.name ?? 'element', 40))}
    >
      <span className="ui-input">
        <input
          className="ui-input__control"
          type="search"
          aria-label="Find a target"
          autoFocus
          placeholder="Find a target"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            const [first] = shown;
            if (event.key === 'Enter' && first) choose(first.id);
          }}
        />
      </span>
      <ul className="canvas-targets ui-scroll" aria-label="Targets">
        {shown.map(({ id, name, kind }) => (
          <li key={id}>
            <button type="button" className="canvas-targets__item" onClick={() => choose(id)}>
              <KindIcon kind={kind} size={24} />
              <span className="ui-truncate">{name}</span>
              <span className="canvas-targets__kind ui-truncate">{definitionOf(kind)?.title ?? kind}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p>Nothing on the drawing can be connected from here.</p> : null}
    </Dialog>
  );
};

export const ConnectMenus = () => {
  const { question, search } = useStore(connectMenus);
  if (question) return <Question question={question} />;
  return search ? <TargetSearch search={search} /> : null;
};
