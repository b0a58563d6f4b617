import { iconFiles } from '../canvas/icon-files';

/** Read once: the files are the program's own and do not change. */
const addresses = new Map<string, Promise<string | undefined>>();

const read = async (name: string): Promise<string | undefined> => {
  const file = iconFiles.get(name);
  if (file === undefined) return undefined;
  const answer = await fetch(file);
  return answer.ok ? `data:image/svg+xml,${encodeURIComponent(await answer.text())}` : undefined;
};

/** The icons as data addresses, for pictures that stand alone. A name without a file is left out. */
export async function loadIconData(names: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const address = addresses.get(name) ?? read(name);
      addresses.set(name, address);
      return [name, await address] as const;
    }),
  );
  return new Map(found.flatMap(([name, address]) => (address === undefined ? [] : [[name, address] as const])));
}
