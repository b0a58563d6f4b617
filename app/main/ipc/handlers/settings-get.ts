import { succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerSettingsGet: Handler<'settings.get'> = async ({ program }) => succeed(program.settings());
