import { createHash } from 'node:crypto';

/** SHA-256 (hex) of a file's bytes: two files with the same revision are the same, whatever their times say. */
export const computeRevision = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
