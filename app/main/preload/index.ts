import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { fail } from '../../../shared/ipc/answer';
import { channels, droppedFileChannel, events } from '../../../shared/ipc/channels';

const knownChannels: ReadonlySet<string> = new Set(channels);
const knownEvents: ReadonlySet<string> = new Set(events);

const ask = async (channel: string, request: unknown): Promise<unknown> => {
  try {
    return await ipcRenderer.invoke(channel, request);
  } catch {
    return fail(
      'internal',
      'The program did not answer. Try again; if that does not help, start it anew: drafts are kept.',
    );
  }
};

const desktop = {
  invoke: (channel: string, request: unknown) =>
    knownChannels.has(channel)
      ? ask(channel, request)
      : Promise.resolve(fail('bad-request', 'There is no such channel.')),
  on: (event: string, listener: (payload: unknown) => void) => {
    if (!knownEvents.has(event)) return () => undefined;
    const forward = (_event: Electron.IpcRendererEvent, payload: unknown) => listener(payload);
    ipcRenderer.on(event, forward);
    return () => {
      ipcRenderer.off(event, forward);
    };
  },
  openDroppedFile: (file: File) => {
    const path = file instanceof File ? webUtils.getPathForFile(file) : '';
    return ask(droppedFileChannel, { path });
  },
};

contextBridge.exposeInMainWorld('desktop', desktop);
