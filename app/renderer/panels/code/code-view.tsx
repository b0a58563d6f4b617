import './code.css';

const numberLines = (text: string): string =>
  Array.from({ length: text.split('\n').length }, (_, index) => index + 1).join('\n');

/** Text with line numbers: two blocks of text side by side, so that ten thousand lines cost two nodes. */
export const CodeView = ({ text, label }: { text: string; label: string }) => (
  // biome-ignore lint/a11y/useSemanticElements: a scrolling text needs a focusable box with a name
  <div
    role="group"
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the keyboard can scroll it
    tabIndex={0}
    className="code ui-scroll"
  >
    <pre className="code__numbers" aria-hidden="true">
      {numberLines(text)}
    </pre>
    <pre className="code__text ui-selectable">{text}</pre>
  </div>
);
