import type { Handler } from '../handler';

export const answerSettingsSet: Handler<'settings.set'> = ({ program }, { theme, panels }) =>
  program.changeSettings({ ...(theme === undefined ? {} : { theme }), ...(panels === undefined ? {} : { panels }) });
