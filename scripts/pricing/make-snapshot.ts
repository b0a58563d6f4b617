import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildPlanSnapshot, buildSnapshot, type SnapshotFile, writeSnapshot } from './build-snapshot';
import { readEc2Facts } from './ec2-facts';
import { type PriceFact, readFacts } from './facts';
import { readPlanFacts, renameReserved } from './plan-facts';
import { readCsv } from './read-csv';
import { SNAPSHOT_REGIONS, SUPERSEDED } from './selection';

const TARGET = join(import.meta.dirname, '../../shared/pricing/snapshot');

const readSourceFile = (folder: string, name: string): Buffer => {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot read ${name} in "${folder}": ${reason}. Pass a folder that holds the price files.`);
  }
};

const readJson = (folder: string, name: string): unknown => {
  try {
    return JSON.parse(readSourceFile(folder, name).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error(`${name} in "${folder}" is not JSON: ${error.message}.`);
    throw error;
  }
};

const readAllFacts = (folder: string): PriceFact[] => [
  ...readFacts(readCsv(gunzipSync(readSourceFile(folder, 'prices.csv.gz')).toString('utf8'))),
  ...readEc2Facts(readJson(folder, 'ec2-ondemand.json'), readJson(folder, 'ec2-ondemand.meta.json'), SNAPSHOT_REGIONS),
];

const checkRegions = (folder: string): void => {
  const known = readJson(folder, 'regions.json');
  const names = new Set(typeof known === 'object' && known !== null ? Object.keys(known) : []);
  const missing = SNAPSHOT_REGIONS.filter((region) => !names.has(region));
  if (missing.length > 0) throw new Error(`regions.json does not list ${missing.join(', ')}.`);
};

const writeFile = (name: string, file: SnapshotFile, remark: string): void => {
  const text = writeSnapshot(file);
  writeFileSync(join(TARGET, name), text);
  const families = Object.values(file.families).reduce((sum, { values }) => sum + Object.keys(values).length, 0);
  const count = families + Object.keys(file.prices).length;
  console.log(`${name}: ${count} prices, ${Math.round(text.length / 1024)} kB, as of ${file.asOf}${remark}`);
};

const main = (folder: string | undefined): void => {
  if (folder === undefined) {
    throw new Error(
      'Usage: npm run snapshot -- SOURCE_FOLDER (holds prices.csv.gz, ec2-ondemand.json, ec2-reserved.json, ec2-spot.json, regions.json)',
    );
  }
  checkRegions(folder);
  const facts = readAllFacts(folder);
  const reserved = facts.map(renameReserved).filter((fact) => fact !== undefined);
  const spotAndReserved = readPlanFacts(
    readJson(folder, 'ec2-reserved.json'),
    readJson(folder, 'ec2-spot.json'),
    SNAPSHOT_REGIONS,
  );
  const plans = [...reserved, ...spotAndReserved];
  mkdirSync(TARGET, { recursive: true });
  for (const region of [...SNAPSHOT_REGIONS, 'global']) {
    const { file, dropped } = buildSnapshot(facts, region);
    writeFile(`${region}.json`, file, `, ${dropped} dropped`);
    if (region !== 'global') writeFile(`${region}.plans.json`, buildPlanSnapshot(plans, region, file), '');
  }
  for (const { reason, changedOn } of SUPERSEDED) console.log(`Dropped when older than ${changedOn}: ${reason}.`);
};

try {
  main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
