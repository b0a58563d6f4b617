import { ipcMain } from 'electron';
import { channels, droppedFileChannel } from '../../../shared/ipc/channels';
import { answerRequest } from './answer-request';
import type { Handlers, Services } from './handler';

/** Connects every channel of the contract to its handler; the only place that listens to pages. */
export const registerHandlers = (handlers: Handlers, services: Services): void => {
  for (const channel of [...channels, droppedFileChannel])
    ipcMain.handle(channel, (event, request: unknown) =>
      answerRequest(channel, handlers, services, event.senderFrame, request),
    );
};
