/** Two halves of a surrogate pair belong together; a lone one cannot be written as UTF-8. */
const LONE_SURROGATE = /\p{Cs}/gu;
/** Control and format characters, and line and paragraph separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** The text on one line, without characters that nobody sees. */
export const toOneLine = (text: string): string =>
  text.replace(LONE_SURROGATE, '\uFFFD').replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim();

/** Cuts between characters, never inside one. Length in UTF-16 units, which is never less than in code points. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}

/** What templates give a meaning to, `${…}`, `{{resolve:…}}` and `AWS::…`, taken apart. */
const withoutSyntax = (text: string): string => text.replace(/[${}]+/g, ' ').replace(/::+/g, ':');

/**
 * A name as the value of a tag. Several services refuse anything but letters, digits, spaces and `_.:/=+-@`
 * (AWS General Reference, "Tagging your AWS resources"), so other characters become dashes. At most 256 characters.
 */
export function toTagValue(name: string, fallback: string): string {
  const allowed = toOneLine(withoutSyntax(name))
    .replace(/[^\p{L}\p{M}\p{N}\p{Zs}_.:/=+\-@]+/gu, '-')
    .replace(/^[-\s]+|[-\s]+$/gu, '');
  return cutText(allowed, 256) || fallback;
}

/** Characters that EC2 takes in the description of a security group and its rules; at most 255. */
export const toGroupDescription = (text: string, fallback: string): string =>
  cutText(toOneLine(withoutSyntax(text).replace(/[^a-zA-Z0-9 ._\-:/()#,@[\]+=&;!*]+/g, '-')), 255) || fallback;

/** A description that most services take: printable ASCII on one line, at most 255. */
export const toDescription = (text: string, fallback: string): string =>
  cutText(toOneLine(withoutSyntax(text).replace(/[^\x20-\x7e]+/g, '-')), 255) || fallback;
