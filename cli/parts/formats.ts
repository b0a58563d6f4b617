/** What every command that answers with figures or lists can print. */
export type PlainFormat = 'text' | 'json';
