/** Writes the example designs: `npm run examples`. They are drawn through the app's own commands. */
import { writeFile } from 'node:fs/promises';
import { serializeDesign } from '../shared/model/format/serialize';
import { sketches } from './examples/sketches';

const folder = new URL('../examples/', import.meta.url);

for (const [name, draw] of Object.entries(sketches)) {
  await writeFile(new URL(`${name}.stratiform`, folder), serializeDesign(draw()));
  console.log(`examples/${name}.stratiform`);
}
