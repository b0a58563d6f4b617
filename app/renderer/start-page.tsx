import './strict-csp';
import '@fontsource-variable/inter/wght.css';
import { createRoot } from 'react-dom/client';
import { listenForShortcuts } from './actions/shortcuts';
import { Root, workspace } from './root';
import { listenToClipboard } from './session/clipboard-events';
import { startSession } from './session/start';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

// Read while the main process opens the file.
const workspaceIsRead = workspace.load();

void startSession().then(async (hasDocument) => {
  if (hasDocument) await workspaceIsRead;
  listenForShortcuts();
  listenToClipboard();
  createRoot(root).render(<Root />);
});
