import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { ExportedFile } from '../../../exporters/cloudformation/export';
import type { Json, JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
import { readGetAtt, readIntrinsic, walkIntrinsics } from '../check-template/intrinsics';
import { prepareAccount } from './account-setup';
import type { ClientSettings, DeployedStack } from './deploy-stack';
import { deleteStack, deployStack, updateStack } from './deploy-stack';
import { adaptForEmulator } from './emulator-limits';

const BUCKET = 'templates';

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const parse = (text: string): JsonObject => {
  const value: Json = JSON.parse(text);
  return objectOf(value);
};

/** A stack that the root asks for. */
interface Part {
  readonly id: string;
  /** Its template in the bucket. */
  readonly url: string;
  readonly parameters: JsonObject;
  readonly waitsFor: ReadonlySet<string>;
}

function readParts(root: JsonObject): ReadonlyMap<string, Part> {
  return new Map(
    Object.entries(objectOf(root.Resources)).map(([id, value]): [string, Part] => {
      const stack = objectOf(value);
      const properties = objectOf(stack.Properties);
      const waitsFor = new Set(Array.isArray(stack.DependsOn) ? stack.DependsOn.map(String) : []);
      walkIntrinsics(properties, '', ({ name, argument }) => {
        const read = name === 'Fn::GetAtt' ? readGetAtt(argument) : undefined;
        if (read) waitsFor.add(read.target);
      });
      return [id, { id, url: String(properties.TemplateURL), parameters: objectOf(properties.Parameters), waitsFor }];
    }),
  );
}

/** Parts in an order in which each comes after what it waits for. */
function inOrder(parts: ReadonlyMap<string, Part>): readonly Part[] {
  const ordered = new Set<Part>();
  for (let round = 0; round < parts.size && ordered.size < parts.size; round += 1)
    for (const part of parts.values()) {
      const others = [...part.waitsFor].map((id) => parts.get(id));
      if (others.every((other) => other !== undefined && ordered.has(other))) ordered.add(part);
    }
  if (ordered.size < parts.size) throw new Error('Nested stacks wait for each other in a circle');
  return [...ordered];
}

/** What a part would get from outputs that the emulator cannot give. */
function missingParameters({ parameters }: Part, handedOut: ReadonlyMap<string, JsonObject>): ReadonlySet<string> {
  return new Set(
    Object.entries(parameters).flatMap(([name, value]) => {
      const call = readIntrinsic(value);
      const read = call?.name === 'Fn::GetAtt' ? readGetAtt(call.argument) : undefined;
      if (!read) return [];
      return handedOut.get(read.target)?.[read.attribute.replace('Outputs.', '')] === undefined ? [name] : [];
    }),
  );
}

/** Root and parts as the emulator can take them; what one no longer hands out, none that follows asks for. */
function adaptParts(files: readonly ExportedFile[], region: string) {
  const [rootFile, ...nested] = files;
  const root = parse(rootFile?.text ?? '{}');
  const templates = new Map<string, JsonObject>();
  const handedOut = new Map<string, JsonObject>();
  const stacks: Record<string, Json> = {};
  for (const part of inOrder(readParts(root))) {
    const path = part.url.replace('./', '');
    const template = parse(nested.find((file) => file.path === path)?.text ?? '{}');
    const missing = missingParameters(part, handedOut);
    const adapted = adaptForEmulator(template, region, missing);
    handedOut.set(part.id, objectOf(adapted.Outputs));
    templates.set(path, adapted);
    const stack = objectOf(objectOf(root.Resources)[part.id]);
    const Parameters = Object.fromEntries(Object.entries(part.parameters).filter(([name]) => !missing.has(name)));
    stacks[part.id] = { ...stack, Properties: { ...objectOf(stack.Properties), Parameters } };
  }
  return { root: { ...root, Resources: stacks }, templates };
}

/** Uploads the parts and writes the root with their addresses, by the command that the export names. */
function packageTemplates(settings: ClientSettings, root: JsonObject, parts: ReadonlyMap<string, JsonObject>) {
  const folder = mkdtempSync(join(tmpdir(), 'stratiform-nested-'));
  try {
    writeFileSync(join(folder, 'template.json'), JSON.stringify(root));
    for (const [path, template] of parts) writeFileSync(join(folder, path), JSON.stringify(template));
    const { accessKeyId, secretAccessKey } = settings.credentials;
    const packaged = join(folder, 'template-packaged.json');
    execFileSync(
      'aws',
      [
        ...['cloudformation', 'package', '--template-file', join(folder, 'template.json'), '--s3-bucket', BUCKET],
        ...['--region', settings.region, '--output-template-file', packaged, '--use-json'],
      ],
      {
        env: {
          ...process.env,
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
          // By this name moto finds the bucket in the path of an address.
          AWS_ENDPOINT_URL: settings.endpoint.replace('127.0.0.1', 'localhost'),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    return parse(readFileSync(packaged, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The root's parameters as the emulator reads them, those of Systems Manager among them. */
async function readParameters(settings: ClientSettings, root: JsonObject): Promise<Readonly<Record<string, string>>> {
  const parameters = objectOf(root.Parameters);
  const names = Object.keys(parameters);
  if (names.length === 0) return {};
  const template = {
    Parameters: parameters,
    Resources: { Nothing: { Type: 'AWS::SNS::Topic' } },
    Outputs: Object.fromEntries(names.map((name) => [name, { Value: { Ref: name } }])),
  };
  const given = await prepareAccount(settings, root);
  const { outputs } = await deployStack(settings, 'parameters', JSON.stringify(template), given);
  await deleteStack(settings, 'parameters');
  return outputs;
}

/** Values of a part's parameters: outputs of parts before it, and the root's own. */
function valuesFor(
  part: Part,
  stacks: ReadonlyMap<string, DeployedStack>,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(part.parameters).map(([name, value]) => {
      const call = readIntrinsic(value);
      const read = call?.name === 'Fn::GetAtt' ? readGetAtt(call.argument) : undefined;
      const found = read ? stacks.get(read.target)?.outputs[read.attribute.replace('Outputs.', '')] : given[name];
      if (found === undefined) throw new Error(`Nobody gives ${name} to ${part.id}`);
      return [name, found];
    }),
  );
}

/** Makes the bucket that the commands of the export ask for; the emulator's buckets lie in no Region. */
async function makeBucket(settings: ClientSettings): Promise<void> {
  const client = new S3Client({ ...settings, region: 'us-east-1', forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
}

/** A design that is divided over nested stacks, deployed. */
export interface NestedDeployment {
  /** Nested stacks by their logical ids in the root, each after those that it waits for. */
  readonly stacks: ReadonlyMap<string, DeployedStack>;
  /** What the root says of each: while it says the same, the stack stays as it is. */
  readonly said: ReadonlyMap<string, string>;
  /** Values of the root's parameters. */
  readonly given: Readonly<Record<string, string>>;
  /** Stacks that the last deployment made, updated or deleted. */
  readonly touched: readonly string[];
  /** Every resource that was deployed: an id is used once in a design. */
  readonly resources: ReadonlyMap<string, JsonObject>;
}

/**
 * Deploys a root with its nested stacks: packages them with the AWS CLI, then makes, or updates, each nested stack from the
 * address that the root has for it, with the parameters that the root gives.
 *
 * The emulator cannot play the root's part: `emulator-limits.ts` says why.
 * @param before what is deployed already
 */
export async function deployNested(
  settings: ClientSettings,
  files: readonly ExportedFile[],
  before?: NestedDeployment,
): Promise<NestedDeployment> {
  const adapted = adaptParts(files, settings.region);
  if (!before) await makeBucket(settings);
  const parts = inOrder(readParts(packageTemplates(settings, adapted.root, adapted.templates)));
  const given = before?.given ?? (await readParameters(settings, adapted.root));
  const stacks = new Map<string, DeployedStack>();
  const said = new Map<string, string>();
  const touched: string[] = [];
  for (const part of parts) {
    const values = valuesFor(part, stacks, given);
    said.set(part.id, JSON.stringify([part.url, values]));
    const old = before?.stacks.get(part.id);
    const isSame = old !== undefined && before?.said.get(part.id) === said.get(part.id);
    if (!isSame) touched.push(part.id);
    const act = old ? updateStack : deployStack;
    stacks.set(part.id, isSame ? old : await act(settings, part.id, { url: part.url }, values));
  }
  const gone = [...(before?.stacks.keys() ?? [])].filter((id) => !stacks.has(id)).reverse();
  for (const id of gone) await deleteStack(settings, id);
  const resources = [...adapted.templates.values()].flatMap((template) => Object.entries(objectOf(template.Resources)));
  return {
    stacks,
    said,
    given,
    touched: [...touched, ...gone],
    resources: new Map(resources.map(([id, resource]) => [id, objectOf(resource)])),
  };
}

/** Deletes the nested stacks, the last one first, as CloudFormation does with a root's. */
export async function deleteNested(settings: ClientSettings, { stacks }: NestedDeployment): Promise<void> {
  for (const id of [...stacks.keys()].reverse()) await deleteStack(settings, id);
}
