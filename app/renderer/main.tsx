import './strict-csp';
import '@fontsource-variable/inter/wght.css';
import { createRoot } from 'react-dom/client';
import { listenForShortcuts } from './actions/shortcuts';
import { Root } from './root';
import { listenToClipboard } from './session/clipboard-events';
import { startSession } from './session/start';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

void startSession().then(() => {
  listenForShortcuts();
  listenToClipboard();
  createRoot(root).render(<Root />);
});
