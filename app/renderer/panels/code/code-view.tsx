import { useLayoutEffect, useRef, useState } from 'react';
import './code.css';

const LINE = 18;
const MARGIN = 20;

/** Text with line numbers. Only the lines on screen are in the page, so that long templates scroll well. */
export const CodeView = ({ text, label }: { text: string; label: string }) => {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 400 });
  const lines = text.split('\n');
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(view.top / LINE) - MARGIN);
  const last = Math.min(lines.length, Math.ceil((view.top + view.height) / LINE) + MARGIN);
  const width = `${String(lines.length).length + 1}ch`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a scrolling text needs a focusable box with a name
    <div
      ref={box}
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the keyboard can scroll it
      tabIndex={0}
      className="code ui-scroll ui-selectable"
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      <div className="code__lines" style={{ height: lines.length * LINE, paddingTop: first * LINE }}>
        {lines.slice(first, last).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <div key={first + index} className="code__line">
            <span className="code__number" style={{ width }} aria-hidden="true">
              {first + index + 1}
            </span>
            <code>{line}</code>
          </div>
        ))}
      </div>
    </div>
  );
};
