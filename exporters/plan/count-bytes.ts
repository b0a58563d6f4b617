/** UTF-8 bytes of a text without lone surrogates: one for ASCII, up to four for the rest. */
export function countBytes(text: string): number {
  let bytes = text.length;
  for (const [character] of text.matchAll(/[^\p{ASCII}]/gu)) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x800 ? 1 : 2;
  }
  return bytes;
}
