import { isAbsolute } from 'node:path';
import { fail } from '../../../../shared/ipc/answer';
import { openPath } from '../../document/open-document';
import type { Handler } from '../handler';

export const answerDesignOpenDropped: Handler<'design.openDropped'> = async ({ bench }, { path }) =>
  isAbsolute(path)
    ? openPath(bench, path)
    : fail('not-a-file', 'What you dropped is not a file of this computer. Drop a *.stratiform file.');
