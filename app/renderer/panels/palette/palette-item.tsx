import { memo, type PointerEvent, useRef } from 'react';
import { Icon } from '../../canvas/icons';
import { addByKeyboard, startPaletteDrag } from '../../canvas/interaction/add-from-palette';
import { app } from '../../store/app';
import { Tooltip } from '../../ui/tooltip';
import type { PaletteEntry } from './entries';

/** One thing to draw: dragged onto the canvas, or added with Enter. */
export const PaletteItem = memo(({ entry, glows }: { readonly entry: PaletteEntry; readonly glows: boolean }) => {
  const wasDragged = useRef(false);
  const press = (event: PointerEvent<HTMLButtonElement>): void => {
    wasDragged.current = false;
    if (event.button !== 0) return;
    startPaletteDrag(entry, event.nativeEvent, () => {
      wasDragged.current = true;
    });
  };
  return (
    <Tooltip text={entry.summary} side="right">
      <button
        type="button"
        className="palette-item"
        data-kind={entry.kind}
        data-glows={glows ? '' : undefined}
        draggable={false}
        onPointerDown={press}
        onClick={(event) => {
          // A click of the mouse is the end of a drag that went nowhere; Enter and Space have no pointer.
          if (event.detail === 0) addByKeyboard(entry);
          else if (!wasDragged.current) app.announce(`Drag ${entry.title} onto the canvas, or press Enter to add it`);
        }}
        onDoubleClick={() => addByKeyboard(entry)}
      >
        <Icon icon={entry.icon} size={24} />
        <span className="palette-item__title">{entry.title}</span>
      </button>
    </Tooltip>
  );
});
PaletteItem.displayName = 'PaletteItem';
