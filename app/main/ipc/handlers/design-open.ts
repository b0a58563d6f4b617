import { chooseAndOpen } from '../../document/open-document';
import type { Handler } from '../handler';

export const answerDesignOpen: Handler<'design.open'> = ({ bench }) => chooseAndOpen(bench);
