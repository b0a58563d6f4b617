import { parseDesign } from '../../../shared/model/format/parse';
import type { CheckDesign } from './read-design-file';

const showDetails = 3;

/** Judges a text by reading it the way the page will. */
export const checkDesign: CheckDesign = (text) => {
  const parsed = parseDesign(text);
  if (parsed.ok) return { ok: true, notices: [] };
  const { message, details = [] } = parsed.error;
  const others = details.length > showDetails ? [`And ${details.length - showDetails} more problems.`] : [];
  return { ok: false, message: [message, ...details.slice(0, showDetails), ...others].join(' ') };
};
