import { Search } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { allActions, runAction } from '../../actions/registry';
import { KindIcon } from '../../canvas/icons';
import { plural, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Kbd } from '../../ui/kbd';
import { type Command, listCommands } from './list-commands';
import './commands.css';
import { recentCommands, rememberCommand } from './recent-commands';

const optionId = (index: number): string => `command-${index}`;

function run(command: Command): void {
  rememberCommand(command.key);
  if ('action' in command) {
    runAction(command.action.id);
    return;
  }
  app.select({ elements: [command.element] });
  app.canvas()?.reveal([command.element]);
  // What was out of sight is drawn in the next frame only.
  requestAnimationFrame(() => app.canvas()?.focus(command.element));
}

const Option = ({ command, index, isChosen, onRun }: OptionProps) => {
  const Icon = 'action' in command ? command.action.icon : undefined;
  const shortcut = 'action' in command ? command.action.shortcuts?.[0] : undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field above keeps the focus and takes the keys
    <div
      id={optionId(index)}
      role="option"
      className="commands__option"
      aria-selected={isChosen}
      data-key={command.key}
      onClick={() => onRun(command)}
    >
      <span className="commands__icon">
        {'kind' in command ? (
          <KindIcon kind={command.kind} size={16} />
        ) : Icon ? (
          <Icon size={16} aria-hidden="true" />
        ) : null}
      </span>
      <span className="ui-truncate" dir="auto">
        {shorten(command.title, 100)}
      </span>
      <span className="commands__detail ui-truncate">{command.detail}</span>
      {shortcut === undefined ? null : <Kbd shortcut={shortcut} />}
    </div>
  );
};

interface OptionProps {
  readonly command: Command;
  readonly index: number;
  readonly isChosen: boolean;
  onRun(command: Command): void;
}

/** The list with its field: arrow keys choose, Enter runs. */
const Commands = ({ onRun }: { readonly onRun: (command: Command) => void }) => {
  const state = useApp((whole) => whole);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const commands = useMemo(() => listCommands(query, state, allActions, recentCommands()), [query, state]);
  const index = Math.min(chosen, commands.length - 1);
  useEffect(() => {
    list.current?.querySelector(`#${optionId(index)}`)?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const { length } = commands;
    const command = commands[index];
    if (event.key === 'ArrowDown') setChosen((index + 1) % Math.max(1, length));
    else if (event.key === 'ArrowUp') setChosen((index - 1 + length) % Math.max(1, length));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (command) onRun(command);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <span className="commands__field">
        <Search size={16} aria-hidden="true" />
        <input
          className="commands__input"
          role="combobox"
          aria-label="Command or element"
          aria-expanded="true"
          aria-controls="commands-list"
          aria-autocomplete="list"
          aria-activedescendant={index < 0 ? undefined : optionId(index)}
          placeholder="Type a command or the name of an element"
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
      </span>
      <div ref={list} id="commands-list" role="listbox" className="commands__list ui-scroll" aria-label="Commands">
        {commands.map((command, at) => (
          <Option key={command.key} command={command} index={at} isChosen={at === index} onRun={onRun} />
        ))}
      </div>
      <p className={commands.length === 0 ? 'commands__none' : 'ui-hidden'} role="status">
        {commands.length === 0 ? `Nothing is called “${shorten(query, 40)}”` : plural(commands.length, 'command')}
      </p>
    </>
  );
};

/** Everything that can be done and everywhere one can go, by typing a few letters. */
export const CommandPalette = () => {
  const before = useRef<Element | null>(null);
  const wanted = useRef<Command | null>(null);
  return (
    <Primitive.Root open onOpenChange={(open) => (open ? undefined : app.closeDialog())}>
      <Primitive.Portal>
        <Primitive.Overlay className="ui-overlay" />
        <Primitive.Content
          className="ui-floating commands"
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
            if (wanted.current) run(wanted.current);
          }}
        >
          <Primitive.Title className="ui-hidden">Commands</Primitive.Title>
          <Commands
            onRun={(command) => {
              wanted.current = command;
              app.closeDialog();
            }}
          />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
};
