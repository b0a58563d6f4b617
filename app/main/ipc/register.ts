import { ipcMain } from 'electron';
import { channels, droppedFileChannel } from '../../../shared/ipc/channels';
import { answerRequest } from './answer-request';
import type { Handlers, Services } from './handler';

/**
 * Connects every channel of the contract to its handler; the only place that listens to pages. What a page asks before the services are there is
 * answered once they are.
 */
export const registerHandlers = (handlers: Handlers, services: Promise<Services>): void => {
  for (const channel of [...channels, droppedFileChannel])
    ipcMain.handle(channel, async (event, request: unknown) => {
      const { senderFrame } = event;
      return answerRequest(channel, handlers, await services, senderFrame, request);
    });
};
