/** Largest design file that is read or written, in bytes. Checked before reading. */
export const maxDesignBytes = 50 * 1024 * 1024;

/** Largest exported file, in bytes (CloudFormation itself takes 1 MB; reports and pictures may be larger). */
export const maxExportBytes = 50 * 1024 * 1024;
