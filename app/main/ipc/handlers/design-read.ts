import { chooseAndRead } from '../../document/read-beside';
import type { Handler } from '../handler';

export const answerDesignRead: Handler<'design.read'> = ({ bench }) => chooseAndRead(bench);
