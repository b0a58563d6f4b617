import type { Handler } from '../handler';

export const answerTemplatesRemove: Handler<'templates.remove'> = ({ bench }, { id }) => bench.templates.remove(id);
