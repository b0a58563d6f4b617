import { type BrowserWindow, dialog } from 'electron';
import { type Dialogs, designFilter } from './dialogs';

/** Dialogs that belong to the window, or to none while there is no window. */
export const createDialogs = (getWindow: () => BrowserWindow | null): Dialogs => ({
  chooseDesign: async () => {
    const options: Electron.OpenDialogOptions = {
      properties: ['openFile'],
      filters: [designFilter, { name: 'All files', extensions: ['*'] }],
    };
    const window = getWindow();
    const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  },
  choosePlace: async (suggestedPath, filter) => {
    const options: Electron.SaveDialogOptions = { defaultPath: suggestedPath, filters: [filter] };
    options.properties = ['showOverwriteConfirmation', 'createDirectory'];
    const window = getWindow();
    const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  },
  chooseFolder: async (startFolder) => {
    const options: Electron.OpenDialogOptions = {
      defaultPath: startFolder,
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    };
    const window = getWindow();
    const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  },
  ask: async (question) => {
    const options: Electron.MessageBoxOptions = {
      type: 'warning',
      message: question.message,
      detail: question.detail,
      buttons: [...question.buttons],
      defaultId: question.standard,
      cancelId: question.cancel,
      noLink: true,
    };
    const window = getWindow();
    const answer = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
    return answer.response;
  },
});
