import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCdk } from '../exporters/cdk/export';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import type { Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { allDesigns } from './designs/all-designs';
import { sharedKeySite, twoRegionSite } from './designs/cdk-designs';
import { containerSite, guardedSite } from './designs/container-designs';
import { readExamples } from './designs/examples';
import { everythingInVpc } from './designs/network-designs';
import { privateSite } from './designs/private-designs';
import { budgetedSite } from './designs/regional-designs';
import { tagEverything } from './designs/with-tags';
import { BESIDE, explain } from './judges/cdk/differences';
import { meaningOf, typesBeyondMeaning } from './judges/cdk/meaning';
import {
  checkTypes,
  makeProjectFolder,
  type Synthesised,
  synthesise,
  writeProjectFiles,
} from './judges/cdk/project-folder';
import { checkTemplate } from './judges/check-template/check-template';
import { describeComplaint } from './judges/check-template/complaint';

interface Subject {
  readonly name: string;
  readonly design: Design;
}

const subjects: readonly Subject[] = [
  ...Object.entries(allDesigns).map(([name, make]) => ({ name, design: make() })),
  { name: 'one key', design: sharedKeySite() },
  { name: 'two Regions', design: twoRegionSite() },
  ...readExamples(),
  ...[everythingInVpc, containerSite, privateSite, guardedSite, budgetedSite].map((make) => ({
    name: `${make.name} with tags`,
    design: tagEverything(make()),
  })),
];

/** With tags on everything some templates are too large for a call; CDK uploads them. */
const isExcused = (complaint: string, { name }: Subject): boolean =>
  name.endsWith('with tags') && complaint.includes('allowed in a call');

const folder = makeProjectFolder();
const folderOf = (name: string): string => name.replaceAll(' ', '-');
const filesOf = (design: Design) => exportCdk(resolve(design)).files;
const appOf = (design: Design): string =>
  filesOf(design)
    .find(({ path }) => path.startsWith('bin/'))
    ?.path.slice('bin/'.length, -'.ts'.length) ?? '';

beforeAll(() => {
  for (const { name, design } of subjects) writeProjectFiles(join(folder.path, folderOf(name)), filesOf(design));
});
afterAll(() => folder.remove());

const done = new Map<string, Synthesised>();
function synthesised({ name, design }: Subject): Synthesised {
  const known = done.get(name);
  if (known) return known;
  const made = synthesise(join(folder.path, folderOf(name)), appOf(design));
  done.set(name, made);
  return made;
}

const cloudFormationOf = (design: Design): readonly JsonObject[] =>
  exportCloudFormation(resolve(design), { format: 'json' }).files.map(({ text }) => {
    const value: Json = JSON.parse(text);
    if (!isJsonObject(value)) throw new Error('No template');
    return value;
  });

const moved = (design: Design): Design => ({
  ...design,
  elements: new Map(
    [...design.elements]
      .reverse()
      .map(([id, element], index) => [
        id,
        { ...element, frame: { x: index * 37, y: index * -11, width: 300, height: 90 } },
      ]),
  ),
  connections: new Map([...design.connections].reverse()),
});

it('type-checks every project with the options it brings', () => {
  expect(
    checkTypes(
      folder.path,
      subjects.map(({ name }) => folderOf(name)),
    ),
  ).toBe('');
});

describe.each(subjects)('the CDK project of $name', (subject) => {
  const { design } = subject;

  it('synthesises without a warning', () => {
    const { templates, annotations } = synthesised(subject);
    expect(templates).toHaveLength(cloudFormationOf(design).length);
    expect(annotations).toEqual([]);
  });

  it('gives templates that keep to the resource specification', () => {
    for (const template of synthesised(subject).templates)
      expect(
        checkTemplate(template)
          .map(describeComplaint)
          .filter((complaint) => !isExcused(complaint, subject)),
      ).toEqual([]);
  });

  it('deploys what the CloudFormation export deploys', () => {
    const expected = cloudFormationOf(design);
    synthesised(subject).templates.forEach((template, index) => {
      const wanted = meaningOf(expected[index] ?? {});
      expect(meaningOf(template).map(explain).sort()).toEqual(wanted.map(explain).sort());
      const beyond = typesBeyondMeaning(template).filter((type) => !Object.hasOwn(BESIDE, type));
      expect(beyond).toEqual([]);
    });
  });

  it('is the same bytes again, and after moving every element', () => {
    const files = filesOf(design);
    expect(filesOf(design)).toEqual(files);
    expect(filesOf(moved(design))).toEqual(files);
  });
});

describe('the comparison by meaning', () => {
  const high = subjects.find(({ name }) => name === 'high-power site');
  const [template] = high ? cloudFormationOf(high.design) : [];
  const text = JSON.stringify(template);

  it.each([
    ['a standby that is gone', '"MultiAZ":true', '"MultiAZ":false'],
    ['a port', '"FromPort":5432', '"FromPort":5433'],
    ['a subnet in another zone', '"Fn::Select":[1,', '"Fn::Select":[0,'],
    ['storage in the clear', '"StorageEncrypted":true', '"StorageEncrypted":false'],
    ['a smaller fleet', '"MinSize":"2"', '"MinSize":"1"'],
    ['another way out', '"NatGatewayId":{"Ref":"NatB"}', '"NatGatewayId":{"Ref":"NatA"}'],
    ['data that goes with the stack', '"DeletionPolicy":"Snapshot"', '"DeletionPolicy":"Delete"'],
  ])('sees %s', (_what, from, to) => {
    expect(text).toContain(from);
    const changed: Json = JSON.parse(text.replace(from, to));
    if (!template || !isJsonObject(changed)) throw new Error('No template');
    expect(meaningOf(changed).map(explain)).not.toEqual(meaningOf(template).map(explain));
  });
});
