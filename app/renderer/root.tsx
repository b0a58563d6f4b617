import { LoadedMark } from './loaded-mark';
import { DialogHost } from './panels/dialogs/dialog-host';
import { StartScreen } from './panels/start-screen/start-screen';
import { FileDrop } from './session/file-drop';
import { app, useApp } from './store/app';
import { Later, loadLater } from './ui/loaded-later';
import { LiveRegion, Toasts } from './ui/toast';
import { TooltipProvider } from './ui/tooltip';

/** A design on the table; the start screen does without its scripts. */
export const workspace = loadLater(async () => (await import('./workspace')).Workspace);

/** The whole window: the start screen, or a design. */
export const Root = () => {
  const isOpen = useApp((state) => state.document !== null);
  const messages = useApp((state) => state.messages);
  const announcement = useApp((state) => state.announcement);
  return (
    <TooltipProvider>
      <FileDrop>
        <div className="app">
          {isOpen ? (
            <Later of={workspace} />
          ) : (
            <>
              <StartScreen />
              <LoadedMark />
            </>
          )}
        </div>
      </FileDrop>
      <DialogHost />
      <Toasts messages={messages} onClose={app.closeMessage} />
      <LiveRegion text={announcement} />
    </TooltipProvider>
  );
};
