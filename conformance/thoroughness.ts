/** `npm run conformance` asks for all of it; a run of all tests looks at a part. */
export const isThorough = process.env.STRATIFORM_CONFORMANCE === 'all';

/** How many generated designs go through the judges that start other programs. */
export const generatedCount = isThorough ? 200 : 4;
