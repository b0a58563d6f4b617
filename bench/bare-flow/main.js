import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

if (process.getuid?.() !== 0) app.enableSandbox();
app.on('window-all-closed', () => app.quit());
const [folder] = process.argv.slice(-1);
// Not awaited here: Electron is ready only once this file has run to its end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1360, height: 880, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(join(folder, 'index.html'));
});
