import { CircleAlert, Info, OctagonX } from 'lucide-react';
import type { Note } from '../../../../exporters/plan/note';
import { shorten } from '../../format';
import { app } from '../../store/app';
import { Button } from '../../ui/button';

const kinds = {
  'will-not-work': { icon: OctagonX, tone: 'error', title: 'Will not work as drawn' },
  'left-out': { icon: CircleAlert, tone: 'warning', title: 'Left out' },
  assumed: { icon: Info, tone: 'info', title: 'Assumed' },
} as const;

const order = ['will-not-work', 'left-out', 'assumed'] as const;

/** What a person must know of an export, with a way to the elements concerned. */
export const NotesList = ({ notes, onShow }: { notes: readonly Note[]; onShow?: () => void }) => (
  <ul className="notes" aria-label="Notes on the template">
    {order
      .flatMap((kind) => notes.filter((note) => note.kind === kind))
      .map((note) => {
        const { icon: Icon, tone, title } = kinds[note.kind];
        const { design } = app.getState();
        const elements = note.subjects.filter((id) => design.elements.has(id));
        const connections = note.subjects.filter((id) => design.connections.has(id));
        return (
          <li key={`${note.kind} ${note.message} ${note.subjects.join()}`}>
            <Icon size={14} className="ui-tone" data-tone={tone} aria-hidden="true" />
            <div>
              <strong>{title}</strong>
              <p className="ui-selectable">{shorten(note.message, 400)}</p>
              {elements.length + connections.length > 0 ? (
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => {
                    app.select({ elements, connections });
                    onShow?.();
                    app.canvas()?.reveal([...elements, ...connections]);
                  }}
                >
                  Show on the canvas
                </Button>
              ) : null}
            </div>
          </li>
        );
      })}
  </ul>
);
