import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, IconButton } from './button';

export interface ToastMessage {
  id: string;
  tone: 'info' | 'ok' | 'error';
  text: string;
  action?: { label: string; run: () => void };
}

const icons = { info: Info, ok: CircleCheck, error: CircleAlert };
const SHOWN_MS = 6000;

const Toast = ({ message, onClose }: { message: ToastMessage; onClose: (id: string) => void }) => {
  const timer = useRef<number>(0);
  const wait = () => {
    window.clearTimeout(timer.current);
    // A fault stays until it has been read.
    if (message.tone !== 'error') timer.current = window.setTimeout(() => onClose(message.id), SHOWN_MS);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timer starts once for each message
  useEffect(() => {
    wait();
    return () => window.clearTimeout(timer.current);
  }, [message.id]);
  const Icon = icons[message.tone];
  return (
    <div
      className="ui-floating ui-toast"
      onPointerEnter={() => window.clearTimeout(timer.current)}
      onPointerLeave={wait}
    >
      <Icon size={16} aria-hidden="true" className="ui-tone" data-tone={message.tone} />
      <span className="ui-toast__text">{message.text}</span>
      {message.action ? (
        <Button size="small" variant="quiet" onClick={message.action.run}>
          {message.action.label}
        </Button>
      ) : null}
      <IconButton size="small" icon={X} label="Dismiss" onClick={() => onClose(message.id)} />
    </div>
  );
};

/** Short messages above the status bar, read out by screen readers. */
export const Toasts = ({ messages, onClose }: { messages: readonly ToastMessage[]; onClose: (id: string) => void }) => (
  <div className="ui-toasts" role="status" aria-live="polite" aria-label="Notifications">
    {messages.map((message) => (
      <Toast key={message.id} message={message} onClose={onClose} />
    ))}
  </div>
);

/** Text for screen readers only: what just changed. */
export const LiveRegion = ({ text }: { text: string }) => (
  <div className="ui-hidden" role="log" aria-live="polite" aria-label="Announcements">
    {text}
  </div>
);
