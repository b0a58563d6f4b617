const files = import.meta.glob<string>('../../../examples/*.stratiform', { query: '?raw', import: 'default' });

/** Text of an example that comes with the program; null where there is none of that name. */
export async function readExample(name: string): Promise<string | null> {
  const load = Object.entries(files).find(([path]) => path.endsWith(`/${name}.stratiform`))?.[1];
  return load ? load() : null;
}
