/** Writes what is derived from the sources: lists of files, what each Region lacks, the JSON Schema of the format, and the rules with pictures. `npm run generate`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ec2OffersFile } from './generate/ec2-offers';
import { makeIndexes } from './generate/indexes';

const root = fileURLToPath(new URL('../', import.meta.url));

for (const { path, text } of [...makeIndexes(root), ec2OffersFile(root)]) writeFileSync(`${root}${path}`, text);

// The schema follows from the catalog, whose list was just written; so it is read only now.
const { schemaText } = await import('./generate/design-schema');
writeFileSync(`${root}docs/design.schema.json`, schemaText());

const { rulePictures, rulesText } = await import('./generate/rule-docs/rule-docs');
writeFileSync(`${root}docs/rules.md`, rulesText());
rmSync(`${root}docs/rules`, { recursive: true, force: true });
mkdirSync(`${root}docs/rules`);
for (const { path, text } of await rulePictures()) writeFileSync(`${root}${path}`, text);
