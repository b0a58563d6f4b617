import { plural } from '../../format';
import type { ChangedLine, FileChange } from './changes';

/** Lines shown of one file; more than that is not read but saved. */
const MOST_LINES = 600;

const marks = { same: ' ', gone: '−', new: '+' } as const;
const words = { same: '', gone: 'Removed: ', new: 'Added: ' } as const;
const kinds = { added: 'New file', removed: 'No longer written', changed: 'Changed' } as const;

const Lines = ({ lines }: { lines: readonly ChangedLine[] }) => (
  <>
    {lines.map(({ kind, text, number }) => (
      <div key={`${kind} ${number}`} className="changes__line" data-kind={kind}>
        <span className="code__number" aria-hidden="true">
          {number}
        </span>
        <span className="changes__mark" aria-hidden="true">
          {marks[kind]}
        </span>
        <span className="ui-hidden">{words[kind]}</span>
        <span className="changes__text ui-selectable">{text}</span>
      </div>
    ))}
  </>
);

const Hunks = ({ hunks }: { hunks: NonNullable<FileChange['hunks']> }) => {
  let room = MOST_LINES;
  const shown = hunks.flatMap((hunk) => {
    const lines = hunk.slice(0, Math.max(0, room));
    room -= lines.length;
    return lines.length > 0 ? [lines] : [];
  });
  const hidden = hunks.flat().length - shown.flat().length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the keyboard can scroll long lines
    <section className="changes__code ui-scroll" aria-label="Changed lines" tabIndex={0}>
      <div className="changes__inner">
        {shown.map((lines) => (
          <div key={lines[0]?.number} className="changes__hunk">
            <Lines lines={lines} />
          </div>
        ))}
      </div>
      {hidden > 0 ? <p className="changes__note">{plural(hidden, 'more line')} not shown.</p> : null}
    </section>
  );
};

/** What differs, file by file. */
export const ChangesList = ({ changes }: { changes: readonly FileChange[] }) => (
  <ul className="changes" aria-label="Changes">
    {changes.map(({ path, kind, added, removed, hunks }) => (
      <li key={path} className="changes__file">
        <p className="changes__head">
          <strong>{path}</strong>
          <span className="changes__kind">{kinds[kind]}</span>
          <span className="ui-numeric changes__count">
            {added > 0 ? <span data-kind="new">+{added}</span> : null}
            {removed > 0 ? <span data-kind="gone">−{removed}</span> : null}
          </span>
        </p>
        {hunks === null ? (
          <p className="changes__note">The two have so little in common that every line counts as changed.</p>
        ) : hunks.length > 0 ? (
          <Hunks hunks={hunks} />
        ) : null}
      </li>
    ))}
  </ul>
);
