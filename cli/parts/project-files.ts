/** Files that lie beside the command line, found from the sources and from the built file alike: both are two folders deep. */
const root = new URL('../../', import.meta.url);

export const examplesFolder = new URL('examples/', root);
export const packageFile = new URL('package.json', root);
