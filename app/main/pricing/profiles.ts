import { homedir } from 'node:os';
import { join } from 'node:path';
import type { AwsProfile } from '../../../shared/ipc/prices';

type ReadText = (path: string) => Promise<string>;
type Environment = Readonly<Record<string, string | undefined>>;

interface Section {
  readonly name: string;
  readonly keys: ReadonlySet<string>;
}

/** Names of the sections of an AWS configuration file and of the keys in them. Values, which may be secret, are not kept. */
const readSections = (text: string): Section[] => {
  const sections: { name: string; keys: Set<string> }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const head = /^\s*\[\s*([^\]]+?)\s*\]/.exec(line);
    if (head !== null) sections.push({ name: head[1] ?? '', keys: new Set() });
    const key = /^\s*([A-Za-z_]+)\s*=/.exec(line)?.[1];
    if (key !== undefined) sections.at(-1)?.keys.add(key.toLowerCase());
  }
  return sections;
};

/** In the config file profiles are written `[profile name]`, save the default one; in the credentials file `[name]`. */
const profileName = (section: string, isConfig: boolean): string | undefined => {
  if (!isConfig) return section;
  if (section === 'default') return section;
  return /^profile\s+(.+)$/.exec(section)?.[1];
};

const isShowable = (name: string): boolean => name.length <= 128 && /^[^\p{Cc}]+$/u.test(name);

/**
 * The profiles of the AWS configuration files, by name; an absent or unreadable file has none. `runsProgram` says that
 * using the profile starts a program that the file names.
 */
export const listProfiles = async (environment: Environment, readText: ReadText): Promise<readonly AwsProfile[]> => {
  const folder = join(environment.HOME ?? environment.USERPROFILE ?? homedir(), '.aws');
  const files = [
    { path: environment.AWS_CONFIG_FILE ?? join(folder, 'config'), isConfig: true },
    { path: environment.AWS_SHARED_CREDENTIALS_FILE ?? join(folder, 'credentials'), isConfig: false },
  ];
  const found = new Map<string, AwsProfile>();
  for (const { path, isConfig } of files) {
    const text = await readText(path).catch(() => '');
    for (const { name: section, keys } of readSections(text)) {
      const name = profileName(section, isConfig);
      if (name === undefined || !isShowable(name)) continue;
      const runsProgram = keys.has('credential_process') || (found.get(name)?.runsProgram ?? false);
      found.set(name, { name, runsProgram });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
};
