import { succeed } from '../../../../shared/ipc/answer';
import { openPath } from '../../document/open-document';
import { resumeDocument } from '../../document/recover-document';
import type { Handler } from '../handler';

export const answerAppReady: Handler<'app.ready'> = async ({ bench, program }) => {
  program.pageIsReady();
  const resumed = await resumeDocument(bench);
  const path = program.takePendingPath();
  if (path === null) return succeed({ document: resumed });
  const opened = await openPath(bench, path);
  if (opened.ok) return succeed({ document: opened.value });
  if (opened.code !== 'cancelled') bench.page.send('notice', { level: 'error', message: opened.message });
  return succeed({ document: resumed });
};
