import { parseDesign } from '../model/format/parse';
import type { JsonObject } from '../util/json';

/** An element as a file has it, with these fields set. */
export const element = (fields: JsonObject): JsonObject => ({
  id: 'web',
  kind: 'ec2-instance',
  name: 'Web server',
  frame: { x: 0, y: 0, width: 176, height: 72 },
  ...fields,
});

/** The text of a design file with these fields in its header. */
export const file = (fields: JsonObject): string =>
  JSON.stringify({ format: 'stratiform', version: 1, name: 'Shop', elements: [], connections: [], ...fields });

/** Why a file was refused; throws where it was opened. */
export const faultOf = (text: string) => {
  const result = parseDesign(text);
  if (result.ok) throw new Error('The file was opened, but should have been refused.');
  return result.error;
};

/** The same as text: code, message and each detail on a line. */
export const complaint = (text: string): string => {
  const { code, message, details = [] } = faultOf(text);
  return [`${code}: ${message}`, ...details].join('\n');
};

/** Why a file with one such element was refused. */
export const elementComplaint = (fields: JsonObject): string => complaint(file({ elements: [element(fields)] }));
