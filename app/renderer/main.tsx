import './strict-csp';
import '@fontsource-variable/inter/wght.css';
import { createRoot } from 'react-dom/client';
import { listenForShortcuts } from './actions/shortcuts';
import { Root } from './root';
import { startSession } from './session/start';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

void startSession().then(() => {
  listenForShortcuts();
  createRoot(root).render(<Root />);
});
