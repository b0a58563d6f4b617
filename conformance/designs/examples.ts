import { readdirSync, readFileSync } from 'node:fs';
import type { Design } from '../../shared/model/design';
import { parseDesign } from '../../shared/model/format/parse';

const FOLDER = new URL('../../examples/', import.meta.url);
const ENDING = '.stratiform';

/**
 * The designs that come with the app.
 * @throws where one of them cannot be read, or where some of the four are there and others are not
 */
export function readExamples(): readonly { readonly name: string; readonly design: Design }[] {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith(ENDING))
    .sort();
  if (files.length !== 4 && files.length !== 0)
    throw new Error(`Four examples are expected, found: ${files.join(', ')}`);
  return files.map((file) => {
    const parsed = parseDesign(readFileSync(new URL(file, FOLDER), 'utf8'));
    if (!parsed.ok) throw new Error(`${file}: ${parsed.error.message}`);
    return { name: `example ${file.slice(0, -ENDING.length)}`, design: parsed.value };
  });
}
