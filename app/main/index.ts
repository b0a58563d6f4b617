import { app } from 'electron';
import { helpText, readCommandLine } from './command-line';
import { registerAppScheme } from './security/app-protocol';
import { lockEveryPage } from './security/lock-down';
import { openStores, startProgram } from './start-program';

const commandLine = readCommandLine(process.argv, app.isPackaged, process.cwd());

const start = (): void => {
  // Chromium refuses its sandbox to root; then the switch --no-sandbox has been given, or Electron has ended by now.
  if (process.getuid?.() !== 0) app.enableSandbox();
  registerAppScheme();
  lockEveryPage(app);
  const openEarly: string[] = [...commandLine.paths];
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openEarly.push(path);
  });
  if (!app.requestSingleInstanceLock({ paths: [...commandLine.paths] })) {
    app.exit(0);
    return;
  }
  const stores = openStores();
  void app.whenReady().then(() => startProgram(openEarly, stores));
};

if (commandLine.wants === 'window') start();
else {
  process.stdout.write(commandLine.wants === 'help' ? helpText : `${app.getVersion()}\n`);
  app.exit(0);
}
