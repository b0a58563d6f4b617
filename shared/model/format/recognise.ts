import { isJsonObject, type Json } from '../../util/json';

const hasCloudFormationMark = (text: string): boolean => /^\s*["']?AWSTemplateFormatVersion["']?\s*:/m.test(text);

const NUL = '\u0000';

/** UTF-16 read as UTF-8: a broken byte order mark, or every other character zero. */
const isUtf16 = (text: string): boolean =>
  text.startsWith('\ufffd\ufffd') ||
  text.startsWith('\ufffe') ||
  text[1] === NUL ||
  (text[0] === NUL && text[1] !== NUL);

type Mark = readonly [what: string, test: (text: string) => boolean];

const TEXT_MARKS: readonly Mark[] = [
  ['a PNG image', (text) => /^.PNG\r?\n/s.test(text.slice(0, 8))],
  ['a JPEG image', (text) => text.slice(0, 16).includes('JFIF')],
  ['a PDF document', (text) => text.startsWith('%PDF')],
  ['a ZIP archive (an Office document is one too)', (text) => text.startsWith('PK\u0003\u0004')],
  ['text in UTF-16; designs are UTF-8', isUtf16],
  ['a draw.io diagram, which cannot be imported yet', (text) => /<mxfile|<mxGraphModel/.test(text.slice(0, 4096))],
  ['an SVG picture', (text) => /<svg[\s>]/i.test(text.slice(0, 4096))],
  ['a web page', (text) => /<!doctype html|<html[\s>]/i.test(text.slice(0, 4096))],
  ['an XML file', (text) => text.trimStart().startsWith('<')],
  ['a CloudFormation template, which cannot be imported yet', (text) => hasCloudFormationMark(text)],
  ['a CloudFormation template, which cannot be imported yet', (text) => /^Resources:\s*$/m.test(text)],
];

/** What a text that is not JSON most likely is, to be read after "it looks like"; undefined where nothing gives it away. */
export const recogniseText = (text: string): string | undefined => TEXT_MARKS.find(([, test]) => test(text))?.[0];

/** What a JSON value without our format mark most likely is. */
export function recogniseJson(value: Json): string {
  if (value === null) return 'the value null';
  if (Array.isArray(value)) return 'a list';
  if (!isJsonObject(value)) return `a single ${typeof value === 'string' ? 'text' : typeof value}`;
  if ('AWSTemplateFormatVersion' in value || isJsonObject(value.Resources))
    return 'a CloudFormation template, which cannot be imported yet';
  if (value.type === 'excalidraw') return 'an Excalidraw drawing, which cannot be imported yet';
  if ('tldrawFileFormatVersion' in value) return 'a tldraw drawing, which cannot be imported yet';
  if ('lockfileVersion' in value || 'dependencies' in value) return 'a package file of npm';
  return 'JSON of another kind';
}
