import { Tooltip as Primitive } from 'radix-ui';
import { type PointerEvent, type ReactElement, type ReactNode, useRef } from 'react';
import { Kbd } from './kbd';
import { isOnTheWay } from './tooltip-way';

export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Primitive.Provider delayDuration={500} skipDelayDuration={200}>
    {children}
  </Primitive.Provider>
);

export interface TooltipProps {
  text: ReactNode;
  shortcut?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactElement;
}

/** Radix's own word for “another tooltip opens”, upon which any other closes. */
const closeTooltips = () => document.dispatchEvent(new CustomEvent('tooltip.open'));

/**
 * Explains the control it wraps; the control keeps its own accessible name. It stays while the pointer is on it or on its way to it. Radix
 * alone would wait for the next move to see that the pointer went elsewhere, and none comes from outside the window, or where what
 * lies under a resting pointer moves away.
 */
export const Tooltip = ({ text, shortcut, side = 'bottom', children }: TooltipProps) => {
  const control = useRef<HTMLButtonElement>(null);
  const tooltip = useRef<HTMLDivElement>(null);
  const leave = ({ clientX, clientY }: PointerEvent) => {
    if (!control.current || !tooltip.current) return;
    const areas = [control.current.getBoundingClientRect(), tooltip.current.getBoundingClientRect()] as const;
    if (!isOnTheWay({ x: clientX, y: clientY }, ...areas)) closeTooltips();
  };
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild ref={control} onPointerLeave={leave}>
        {children}
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          ref={tooltip}
          className="ui-tooltip"
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onPointerLeave={leave}
        >
          <span>{text}</span>
          {shortcut === undefined ? null : <Kbd shortcut={shortcut} />}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
};
